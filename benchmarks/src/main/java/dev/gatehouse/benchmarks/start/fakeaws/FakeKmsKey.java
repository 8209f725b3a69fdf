package dev.gatehouse.benchmarks.start.fakeaws;

import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CommitmentPolicy;
import com.amazonaws.encryptionsdk.CryptoAlgorithm;
import com.amazonaws.encryptionsdk.DataKey;
import com.amazonaws.encryptionsdk.EncryptedDataKey;
import com.amazonaws.encryptionsdk.MasterKey;
import com.amazonaws.encryptionsdk.exception.UnsupportedProviderException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/**
 * The fake KMS key that codes are encrypted with. It encrypts a data key by no more than a prefix.
 */
public final class FakeKmsKey extends MasterKey<FakeKmsKey> {
  private static final byte[] PREFIX =
      "encrypted by the benchmark ".getBytes(StandardCharsets.UTF_8);

  /** The algorithm of Cognito's codes, as captured: without key commitment. */
  private static final AwsCrypto COGNITO_CRYPTO =
      AwsCrypto.builder()
          .withCommitmentPolicy(CommitmentPolicy.ForbidEncryptAllowDecrypt)
          .withEncryptionAlgorithm(
              CryptoAlgorithm.ALG_AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384)
          .build();

  private final String arn;

  public FakeKmsKey(String arn) {
    this.arn = arn;
  }

  /** Returns an encrypted code in Base64, as in Cognito's event. */
  public String encryptCode(String code, String pool) {
    byte[] plain = code.getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder()
        .encodeToString(
            COGNITO_CRYPTO.encryptData(this, plain, Map.of("userpool-id", pool)).getResult());
  }

  /** Returns the decrypted data key; empty for one that this class did not encrypt. */
  static Optional<byte[]> decrypt(byte[] ciphertext) {
    int length = Math.min(PREFIX.length, ciphertext.length);
    return Arrays.equals(PREFIX, Arrays.copyOf(ciphertext, length))
        ? Optional.of(Arrays.copyOfRange(ciphertext, length, ciphertext.length))
        : Optional.empty();
  }

  @Override
  public String getProviderId() {
    return "aws-kms";
  }

  @Override
  public String getKeyId() {
    return arn;
  }

  @Override
  public DataKey<FakeKmsKey> generateDataKey(
      CryptoAlgorithm algorithm, Map<String, String> context) {
    byte[] key = new byte[algorithm.getDataKeyLength()];
    new SecureRandom().nextBytes(key);
    byte[] ciphertext = Arrays.copyOf(PREFIX, PREFIX.length + key.length);
    System.arraycopy(key, 0, ciphertext, PREFIX.length, key.length);
    return new DataKey<>(
        new SecretKeySpec(key, algorithm.getDataKeyAlgo()),
        ciphertext,
        arn.getBytes(StandardCharsets.UTF_8),
        this);
  }

  /** Not supported: needed only for a second key. */
  @Override
  public DataKey<FakeKmsKey> encryptDataKey(
      CryptoAlgorithm algorithm, Map<String, String> context, DataKey<?> dataKey) {
    throw new UnsupportedOperationException("codes are encrypted with one key");
  }

  /** Not supported: functions decrypt codes through the fake KMS. */
  @Override
  public DataKey<FakeKmsKey> decryptDataKey(
      CryptoAlgorithm algorithm,
      Collection<? extends EncryptedDataKey> encryptedKeys,
      Map<String, String> context)
      throws UnsupportedProviderException {
    throw new UnsupportedProviderException("Cognito does not decrypt codes");
  }
}
