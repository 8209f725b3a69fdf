package dev.gatehouse.local.cognito.triggers;

import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CommitmentPolicy;
import com.amazonaws.encryptionsdk.CryptoAlgorithm;
import dev.gatehouse.local.kms.DataKeys;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** The encryption of codes for custom senders: a message of the AWS Encryption SDK, in Base64. */
public final class CodeEncryptor {
  private final DataKeys keys;

  // Cognito's messages have no key commitment, so readers must allow that.
  private final AwsCrypto crypto =
      AwsCrypto.builder()
          .withCommitmentPolicy(CommitmentPolicy.ForbidEncryptAllowDecrypt)
          .withEncryptionAlgorithm(
              CryptoAlgorithm.ALG_AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384)
          .build();

  /** Creates an encryptor with data keys of the local KMS. */
  public CodeEncryptor(DataKeys keys) {
    this.keys = keys;
  }

  /** Encrypts a secret under a KMS key and an encryption context. */
  String encrypt(String secret, String keyArn, Map<String, String> context) {
    byte[] plain = secret.getBytes(StandardCharsets.UTF_8);
    byte[] message =
        crypto.encryptData(new LocalKmsMasterKey(keyArn, keys), plain, context).getResult();
    return Base64.getEncoder().encodeToString(message);
  }
}
