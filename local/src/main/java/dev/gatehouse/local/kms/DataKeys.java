package dev.gatehouse.local.kms;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands out data keys to the services of this machine, as KMS does to those of AWS. */
public interface DataKeys {

  /** Is a fresh key: as it is, and as only KMS can read it. */
  @SuppressWarnings("ArrayRecordComponent") // keys as they are, never compared
  record DataKey(byte[] plain, byte[] sealed) {}

  /** Returns why the key of this ARN cannot seal anything, null if it can. */
  @Nullable String unusable(String keyArn);

  /** Returns a fresh data key of so many bytes under the key of this ARN, bound to the context. */
  DataKey dataKey(String keyArn, int bytes, Map<String, String> context);
}
