package dev.gatehouse.local.kms.operations;

import dev.gatehouse.local.awsjson.OperationRegistry;
import dev.gatehouse.local.kms.keys.KmsCipher;
import dev.gatehouse.local.kms.keys.KmsErrors;
import dev.gatehouse.local.kms.keys.KmsKeys;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The KMS operations that the emulator supports. */
public final class KmsOperations {

  private KmsOperations() {}

  /**
   * Returns the operations on these keys.
   *
   * @param created the creation date of every key
   */
  public static OperationRegistry on(KmsKeys keys, KmsCipher cipher, Instant created, Clock clock) {
    GenerateDataKey generateDataKey = new GenerateDataKey(keys, cipher);
    return new OperationRegistry(
        "TrentService.",
        new KmsErrors(),
        List.of(
            new CreateKey(cipher, created),
            new ListKeys(keys),
            new ListAliases(keys, created),
            new DescribeKey(keys, created),
            new CreateAlias(keys),
            new UpdateAlias(keys),
            new DeleteAlias(keys),
            new EnableKey(keys),
            new DisableKey(keys),
            new ScheduleKeyDeletion(keys, clock),
            new CancelKeyDeletion(keys),
            generateDataKey,
            new GenerateDataKeyWithoutPlaintext(generateDataKey),
            new Encrypt(keys, cipher),
            new Decrypt(keys, cipher)));
  }
}
