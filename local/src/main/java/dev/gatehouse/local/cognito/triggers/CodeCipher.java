package dev.gatehouse.local.cognito.triggers;

import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CommitmentPolicy;
import com.amazonaws.encryptionsdk.CryptoAlgorithm;
import dev.gatehouse.local.kms.DataKeys;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Seals codes as Cognito does: as a message of the AWS Encryption SDK, in Base64. */
public final class CodeCipher {
  private final DataKeys keys;

  // Cognito's messages commit to no key, which is what clients have to be told to put up with.
  private final AwsCrypto crypto =
      AwsCrypto.builder()
          .withCommitmentPolicy(CommitmentPolicy.ForbidEncryptAllowDecrypt)
          .withEncryptionAlgorithm(
              CryptoAlgorithm.ALG_AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384)
          .build();

  /** Takes what hands out data keys. */
  public CodeCipher(DataKeys keys) {
    this.keys = keys;
  }

  /** Returns the secret under a data key of this KMS key, bound to the context. */
  String seal(String secret, String keyArn, Map<String, String> context) {
    byte[] plain = secret.getBytes(StandardCharsets.UTF_8);
    byte[] message = crypto.encryptData(new KmsKeyHere(keyArn, keys), plain, context).getResult();
    return Base64.getEncoder().encodeToString(message);
  }
}
