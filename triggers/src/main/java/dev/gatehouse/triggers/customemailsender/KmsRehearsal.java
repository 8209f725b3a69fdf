package dev.gatehouse.triggers.customemailsender;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CommitmentPolicy;
import com.amazonaws.encryptionsdk.CryptoAlgorithm;
import com.amazonaws.encryptionsdk.kmssdkv2.KmsMasterKeyProvider;
import dev.gatehouse.functions.AwsConnection;
import dev.gatehouse.functions.RehearsedSuccess;
import java.util.Base64;
import java.util.Map;

/**
 * Opens a code that it sealed itself, whatever it is given.
 *
 * <p>KMS is really asked, and cannot but refuse: what it is to decrypt was never encrypted. The
 * refusal is read as if it were the key that the code was sealed with, which is no secret.
 */
final class KmsRehearsal {
  private static final String DATA_KEY = Base64.getEncoder().encodeToString(new byte[32]);

  private KmsRehearsal() {}

  /** Seals a code for this pool, and returns what opens it. */
  static SealedCodes in(Map<String, String> environment, String pool) {
    String key = KmsSealedCodes.key(environment);
    String answer =
        "{\"KeyId\": \"%s\", \"Plaintext\": \"%s\", \"CiphertextBlob\": \"%2$s\"}"
            .formatted(key, DATA_KEY);
    String sealed = sealed(keys(key, answer), pool);
    SealedCodes codes =
        new KmsSealedCodes<>(
            KmsMasterKeyProvider.builder()
                .builderSupplier(() ->
                    KmsSealedCodes.client(
                        AwsConnection.rehearsal(RehearsedSuccess.atOnce(answer)), key))
                .buildStrict(key));
    return (any, itsPool) -> codes.open(sealed, itsPool);
  }

  /** No key is made for it: the question stays in the process. */
  private static KmsMasterKeyProvider keys(String key, String answer) {
    return KmsMasterKeyProvider.builder()
        .builderSupplier(() ->
            KmsSealedCodes.client(AwsConnection.rehearsal(RehearsedSuccess.atOnce(answer)), key)
                .httpClient(new NoWire()))
        .buildStrict(key);
  }

  private static String sealed(KmsMasterKeyProvider keys, String pool) {
    AwsCrypto asCognito =
        AwsCrypto.builder()
            .withCommitmentPolicy(CommitmentPolicy.ForbidEncryptAllowDecrypt)
            .withEncryptionAlgorithm(
                CryptoAlgorithm.ALG_AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384)
            .build();
    byte[] code =
        asCognito
            .encryptData(keys, "000000".getBytes(UTF_8), Map.of("userpool-id", pool))
            .getResult();
    return Base64.getEncoder().encodeToString(code);
  }
}
