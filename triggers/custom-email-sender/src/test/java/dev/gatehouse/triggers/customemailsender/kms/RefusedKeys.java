package dev.gatehouse.triggers.customemailsender.kms;

import com.amazonaws.encryptionsdk.CryptoAlgorithm;
import com.amazonaws.encryptionsdk.DataKey;
import com.amazonaws.encryptionsdk.EncryptedDataKey;
import com.amazonaws.encryptionsdk.MasterKeyProvider;
import com.amazonaws.encryptionsdk.MasterKeyRequest;
import com.amazonaws.encryptionsdk.kmssdkv2.KmsMasterKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Keys that KMS refuses to decrypt with, as the Encryption SDK passes it on. */
final class RefusedKeys extends MasterKeyProvider<KmsMasterKey> {
  private final AwsServiceException refusal;

  RefusedKeys(AwsServiceException refusal) {
    this.refusal = refusal;
  }

  @Override
  public String getDefaultProviderId() {
    return "aws-kms";
  }

  @Override
  public KmsMasterKey getMasterKey(String provider, String keyId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<KmsMasterKey> getMasterKeysForEncryption(MasterKeyRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public DataKey<KmsMasterKey> decryptDataKey(
      CryptoAlgorithm algorithm,
      Collection<? extends EncryptedDataKey> encryptedDataKeys,
      Map<String, String> encryptionContext) {
    throw buildCannotDecryptDksException(List.of(refusal));
  }
}
