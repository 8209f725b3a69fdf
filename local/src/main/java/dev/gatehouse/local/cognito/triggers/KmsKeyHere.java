package dev.gatehouse.local.cognito.triggers;

import com.amazonaws.encryptionsdk.CryptoAlgorithm;
import com.amazonaws.encryptionsdk.DataKey;
import com.amazonaws.encryptionsdk.EncryptedDataKey;
import com.amazonaws.encryptionsdk.MasterKey;
import com.amazonaws.encryptionsdk.exception.UnsupportedProviderException;
import dev.gatehouse.local.kms.DataKeys;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;

/** Is a key of this machine's KMS to the Encryption SDK, reached without a detour over HTTP. */
final class KmsKeyHere extends MasterKey<KmsKeyHere> {
  private static final String PROVIDER = "aws-kms";

  private final String arn;
  private final DataKeys keys;

  KmsKeyHere(String arn, DataKeys keys) {
    this.arn = arn;
    this.keys = keys;
  }

  @Override
  public String getProviderId() {
    return PROVIDER;
  }

  @Override
  public String getKeyId() {
    return arn;
  }

  @Override
  public DataKey<KmsKeyHere> generateDataKey(
      CryptoAlgorithm algorithm, Map<String, String> context) {
    DataKeys.DataKey key = keys.dataKey(arn, algorithm.getDataKeyLength(), context);
    return new DataKey<>(
        new SecretKeySpec(key.plain(), algorithm.getDataKeyAlgo()),
        key.sealed(),
        arn.getBytes(StandardCharsets.UTF_8),
        this);
  }

  /** Only a second key would have to seal the data key of the first. */
  @Override
  public DataKey<KmsKeyHere> encryptDataKey(
      CryptoAlgorithm algorithm, Map<String, String> context, DataKey<?> dataKey) {
    throw new UnsupportedOperationException("Codes are sealed with one key");
  }

  /** Functions read codes, Cognito never does. */
  @Override
  public DataKey<KmsKeyHere> decryptDataKey(
      CryptoAlgorithm algorithm,
      Collection<? extends EncryptedDataKey> sealed,
      Map<String, String> context)
      throws UnsupportedProviderException {
    throw new UnsupportedProviderException("Cognito reads no codes");
  }
}
