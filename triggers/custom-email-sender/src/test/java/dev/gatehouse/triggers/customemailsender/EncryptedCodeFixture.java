package dev.gatehouse.triggers.customemailsender;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CommitmentPolicy;
import com.amazonaws.encryptionsdk.CryptoAlgorithm;
import com.amazonaws.encryptionsdk.jce.JceMasterKey;
import java.util.Base64;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;

/** Codes encrypted as Cognito encrypts them, but with a local key instead of a KMS key. */
public final class EncryptedCodeFixture {
  /** The user pool that the codes are encrypted for. */
  public static final String USER_POOL_ID = "us-east-1_EXAMPLE";

  /** The algorithm of captured codes, 0378: without key commitment. */
  private static final AwsCrypto CRYPTO =
      AwsCrypto.builder()
          .withCommitmentPolicy(CommitmentPolicy.ForbidEncryptAllowDecrypt)
          .withEncryptionAlgorithm(
              CryptoAlgorithm.ALG_AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384)
          .build();

  private EncryptedCodeFixture() {}

  /** Returns the key with this number; {@link #encrypt} uses key 1. */
  public static JceMasterKey key(int number) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) number;
    return JceMasterKey.getInstance(
        new SecretKeySpec(bytes, "AES"), "tests", "key", "AES/GCM/NoPadding");
  }

  /** Returns a code encrypted for {@link #USER_POOL_ID}. */
  public static String encrypt(String code) {
    return encrypt(code, Map.of("userpool-id", USER_POOL_ID));
  }

  /** Returns a code encrypted with this encryption context. */
  public static String encrypt(String code, Map<String, String> context) {
    return Base64.getEncoder()
        .encodeToString(CRYPTO.encryptData(key(1), code.getBytes(UTF_8), context).getResult());
  }
}
