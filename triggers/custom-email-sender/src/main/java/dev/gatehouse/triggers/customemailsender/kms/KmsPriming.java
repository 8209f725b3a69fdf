package dev.gatehouse.triggers.customemailsender.kms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CommitmentPolicy;
import com.amazonaws.encryptionsdk.CryptoAlgorithm;
import com.amazonaws.encryptionsdk.kmssdkv2.KmsMasterKeyProvider;
import dev.gatehouse.lambda.aws.AwsConnection;
import dev.gatehouse.lambda.aws.CannedResponse;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.triggers.customemailsender.EncryptedCodes;
import dev.gatehouse.triggers.customemailsender.ses.OfflineHttpClient;
import java.util.Base64;
import java.util.Map;

/**
 * The decryption of codes for priming.
 *
 * <p>The Decrypt request is sent to KMS, which refuses it since KMS never encrypted the data key. A
 * canned response with a known data key replaces the error, so that the Encryption SDK also runs
 * the code after a success. The data key protects only the code that priming itself encrypts.
 */
public final class KmsPriming {
  private static final String DATA_KEY = Base64.getEncoder().encodeToString(new byte[32]);

  private KmsPriming() {}

  /** Returns codes that decrypt a code of their own, whatever code they receive. */
  public static EncryptedCodes encryptedCodes(FunctionSettings settings, String userPoolId) {
    String keyArn = KmsEncryptedCodes.keyArn(settings);
    String response =
        "{\"KeyId\": \"%s\", \"Plaintext\": \"%s\", \"CiphertextBlob\": \"%2$s\"}"
            .formatted(keyArn, DATA_KEY);
    String encryptedCode = encrypt(offlineKeys(keyArn, response), userPoolId);
    AwsConnection connection = AwsConnection.forPriming(CannedResponse.always(response));
    EncryptedCodes codes =
        new KmsEncryptedCodes<>(
            KmsEncryptedCodes.keys(
                KmsEncryptedCodes.clientBuilder(connection, keyArn).build(), keyArn));
    return (ignored, requestedPoolId) -> codes.decrypt(encryptedCode, requestedPoolId);
  }

  /** Returns keys whose requests do not leave the process, so that KMS creates no data key. */
  private static KmsMasterKeyProvider offlineKeys(String keyArn, String response) {
    AwsConnection connection = AwsConnection.forPriming(CannedResponse.always(response));
    return KmsEncryptedCodes.keys(
        KmsEncryptedCodes.clientBuilder(connection, keyArn)
            .httpClient(new OfflineHttpClient())
            .build(),
        keyArn);
  }

  private static String encrypt(KmsMasterKeyProvider keys, String userPoolId) {
    AwsCrypto cognitoCrypto =
        AwsCrypto.builder()
            .withCommitmentPolicy(CommitmentPolicy.ForbidEncryptAllowDecrypt)
            .withEncryptionAlgorithm(
                CryptoAlgorithm.ALG_AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384)
            .build();
    byte[] code =
        cognitoCrypto
            .encryptData(keys, "000000".getBytes(UTF_8), Map.of("userpool-id", userPoolId))
            .getResult();
    return Base64.getEncoder().encodeToString(code);
  }
}
