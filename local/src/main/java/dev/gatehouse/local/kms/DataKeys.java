package dev.gatehouse.local.kms;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The data keys that KMS generates for other services of the emulator. */
public interface DataKeys {

  /** A data key, in plaintext and encrypted under a KMS key. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record DataKey(byte[] plaintext, byte[] ciphertextBlob) {}

  /**
   * Returns why Cognito cannot encrypt with the KMS key of this ARN for a user pool, null if it
   * can.
   */
  @Nullable String unusable(String keyArn, String poolId);

  /**
   * Returns a new data key of this many bytes, bound to the encryption context.
   *
   * @throws KeyNotUsable if the key is disabled or will be deleted
   */
  DataKey generateDataKey(String keyArn, int bytes, Map<String, String> context);
}
