package dev.gatehouse.benchmarks.start;

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
 * Is the key that Cognito seals codes with, as the stand-in for KMS has it: a data key is sealed by
 * no more than a mark before it.
 */
final class CodeKey extends MasterKey<CodeKey> {
  private static final byte[] MARK = "sealed by the benchmark ".getBytes(StandardCharsets.UTF_8);

  /** What captured codes are sealed with: no commitment to the key. */
  private static final AwsCrypto COGNITOS =
      AwsCrypto.builder()
          .withCommitmentPolicy(CommitmentPolicy.ForbidEncryptAllowDecrypt)
          .withEncryptionAlgorithm(
              CryptoAlgorithm.ALG_AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384)
          .build();

  private final String arn;

  CodeKey(String arn) {
    this.arn = arn;
  }

  /** Returns a code as Cognito hands it over, in Base64. */
  String sealed(String code, String pool) {
    byte[] plain = code.getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder()
        .encodeToString(COGNITOS.encryptData(this, plain, Map.of("userpool-id", pool)).getResult());
  }

  /** Returns the data key, if it was sealed here. */
  static Optional<byte[]> opened(byte[] sealed) {
    int length = Math.min(MARK.length, sealed.length);
    return Arrays.equals(MARK, Arrays.copyOf(sealed, length))
        ? Optional.of(Arrays.copyOfRange(sealed, length, sealed.length))
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
  public DataKey<CodeKey> generateDataKey(CryptoAlgorithm algorithm, Map<String, String> context) {
    byte[] key = new byte[algorithm.getDataKeyLength()];
    new SecureRandom().nextBytes(key);
    byte[] sealed = Arrays.copyOf(MARK, MARK.length + key.length);
    System.arraycopy(key, 0, sealed, MARK.length, key.length);
    return new DataKey<>(
        new SecretKeySpec(key, algorithm.getDataKeyAlgo()),
        sealed,
        arn.getBytes(StandardCharsets.UTF_8),
        this);
  }

  /** Only a second key would have to seal the data key of the first. */
  @Override
  public DataKey<CodeKey> encryptDataKey(
      CryptoAlgorithm algorithm, Map<String, String> context, DataKey<?> dataKey) {
    throw new UnsupportedOperationException("codes are sealed with one key");
  }

  /** Functions read codes, and ask the stand-in. */
  @Override
  public DataKey<CodeKey> decryptDataKey(
      CryptoAlgorithm algorithm,
      Collection<? extends EncryptedDataKey> sealed,
      Map<String, String> context)
      throws UnsupportedProviderException {
    throw new UnsupportedProviderException("Cognito reads no codes");
  }
}
