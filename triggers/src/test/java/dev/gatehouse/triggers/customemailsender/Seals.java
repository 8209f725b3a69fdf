package dev.gatehouse.triggers.customemailsender;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CommitmentPolicy;
import com.amazonaws.encryptionsdk.CryptoAlgorithm;
import com.amazonaws.encryptionsdk.jce.JceMasterKey;
import java.util.Base64;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;

/** Seals codes as Cognito does, in all but the key: this one is here and not in KMS. */
final class Seals {
  static final String POOL = "us-east-1_EXAMPLE";

  /** What captured codes are sealed with: the algorithm of the header 0378, without commitment. */
  private static final AwsCrypto CRYPTO =
      AwsCrypto.builder()
          .withCommitmentPolicy(CommitmentPolicy.ForbidEncryptAllowDecrypt)
          .withEncryptionAlgorithm(
              CryptoAlgorithm.ALG_AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384)
          .build();

  private Seals() {}

  /** Returns a key; each number gives another. */
  static JceMasterKey key(int number) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) number;
    return JceMasterKey.getInstance(
        new SecretKeySpec(bytes, "AES"), "tests", "key", "AES/GCM/NoPadding");
  }

  static String seal(String code) {
    return seal(code, Map.of("userpool-id", POOL));
  }

  static String seal(String code, Map<String, String> context) {
    return Base64.getEncoder()
        .encodeToString(CRYPTO.encryptData(key(1), code.getBytes(UTF_8), context).getResult());
  }
}
