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

/** A master key of the Encryption SDK that calls the local KMS directly, without HTTP. */
final class LocalKmsMasterKey extends MasterKey<LocalKmsMasterKey> {
  private static final String PROVIDER = "aws-kms";

  private final String arn;
  private final DataKeys keys;

  LocalKmsMasterKey(String arn, DataKeys keys) {
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
  public DataKey<LocalKmsMasterKey> generateDataKey(
      CryptoAlgorithm algorithm, Map<String, String> context) {
    DataKeys.DataKey key = keys.generateDataKey(arn, algorithm.getDataKeyLength(), context);
    return new DataKey<>(
        new SecretKeySpec(key.plaintext(), algorithm.getDataKeyAlgo()),
        key.ciphertextBlob(),
        arn.getBytes(StandardCharsets.UTF_8),
        this);
  }

  /** Throws {@link UnsupportedOperationException}; codes are encrypted under one key only. */
  @Override
  public DataKey<LocalKmsMasterKey> encryptDataKey(
      CryptoAlgorithm algorithm, Map<String, String> context, DataKey<?> dataKey) {
    throw new UnsupportedOperationException("Codes are encrypted under one key");
  }

  /** Throws {@link UnsupportedProviderException}; Cognito never decrypts codes. */
  @Override
  public DataKey<LocalKmsMasterKey> decryptDataKey(
      CryptoAlgorithm algorithm,
      Collection<? extends EncryptedDataKey> encryptedDataKeys,
      Map<String, String> context)
      throws UnsupportedProviderException {
    throw new UnsupportedProviderException("Cognito never decrypts codes");
  }
}
