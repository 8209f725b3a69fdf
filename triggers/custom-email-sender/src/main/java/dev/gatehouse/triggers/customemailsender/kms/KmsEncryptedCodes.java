package dev.gatehouse.triggers.customemailsender.kms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CommitmentPolicy;
import com.amazonaws.encryptionsdk.CryptoResult;
import com.amazonaws.encryptionsdk.MasterKey;
import com.amazonaws.encryptionsdk.MasterKeyProvider;
import com.amazonaws.encryptionsdk.exception.AwsCryptoException;
import com.amazonaws.encryptionsdk.kmssdkv2.KmsMasterKeyProvider;
import dev.gatehouse.lambda.aws.AwsConnection;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.triggers.customemailsender.EncryptedCodes;
import dev.gatehouse.triggers.customemailsender.MailNotSent;
import dev.gatehouse.triggers.customemailsender.SendFailure;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.KmsClientBuilder;

/**
 * Codes that a user pool encrypts with a KMS key, as messages of the AWS Encryption SDK.
 *
 * @param <K> the type of the keys that decrypt
 */
public final class KmsEncryptedCodes<K extends MasterKey<K>> implements EncryptedCodes {
  private static final String CODE_KEY_ARN = "CODE_KEY_ARN";

  /** The ARN of a key, not of an alias: an encrypted message names the key itself. */
  private static final Pattern KEY_ARN =
      Pattern.compile("arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+");

  /** The index of the region among the parts of an ARN. */
  private static final int REGION = 3;

  /** Time limit of a call, which includes loading the SDK at the first call. */
  private static final Duration CALL = Duration.ofSeconds(4);

  private static final Duration ATTEMPT = Duration.ofSeconds(2);
  private static final int ATTEMPTS = 2;

  /** Cognito encrypts without key commitment, which the default policy refuses to decrypt. */
  private final AwsCrypto crypto =
      AwsCrypto.builder().withCommitmentPolicy(CommitmentPolicy.RequireEncryptAllowDecrypt).build();

  private final MasterKeyProvider<K> keys;

  /** Creates codes that these keys decrypt. */
  public KmsEncryptedCodes(MasterKeyProvider<K> keys) {
    this.keys = keys;
  }

  /**
   * Returns codes that the key {@code CODE_KEY_ARN} decrypts.
   *
   * @throws InvalidSetting if the setting is missing or is not the ARN of a key
   */
  public static EncryptedCodes from(FunctionSettings settings) {
    String keyArn = keyArn(settings);
    return new KmsEncryptedCodes<>(
        keys(clientBuilder(AwsConnection.shared(), keyArn).build(), keyArn));
  }

  /**
   * Returns a key of KMS. Given a builder, the provider would build a client during the first
   * decryption.
   */
  static KmsMasterKeyProvider keys(KmsClient client, String keyArn) {
    return KmsMasterKeyProvider.builder()
        .customRegionalClientSupplier(region -> client)
        .buildStrict(keyArn);
  }

  /**
   * Returns the ARN of the key.
   *
   * @throws InvalidSetting if the setting is missing or is not the ARN of a key
   */
  static String keyArn(FunctionSettings settings) {
    @Nullable String keyArn = settings.optional(CODE_KEY_ARN);
    if (keyArn == null || !KEY_ARN.matcher(keyArn).matches()) {
      throw new InvalidSetting(
          CODE_KEY_ARN, "must be the ARN of the KMS key, and not of an alias of it");
    }
    return keyArn;
  }

  /** Returns the builder of a client for the region of the key. */
  static KmsClientBuilder clientBuilder(AwsConnection connection, String keyArn) {
    return connection.of(
        KmsClient.builder(),
        keyArn.split(":", 5)[REGION],
        all ->
            all.apiCallTimeout(CALL)
                .apiCallAttemptTimeout(ATTEMPT)
                .retryStrategy(retry -> retry.maxAttempts(ATTEMPTS)));
  }

  @Override
  public String decrypt(String encryptedCode, String userPoolId) {
    CryptoResult<byte[], K> decrypted;
    try {
      decrypted = crypto.decryptData(keys, Base64.getDecoder().decode(encryptedCode));
    } catch (AwsCryptoException | SdkException | IllegalArgumentException failure) {
      throw new MailNotSent(reason(failure), failure);
    }
    if (!userPoolId.equals(decrypted.getEncryptionContext().get("userpool-id"))) {
      throw new MailNotSent(SendFailure.CODE_OF_ANOTHER_POOL);
    }
    return new String(decrypted.getResult(), UTF_8);
  }

  /** The Encryption SDK wraps an exception of KMS as the cause of its own, or suppresses it. */
  private static SendFailure reason(Throwable failure) {
    if (failure instanceof AwsServiceException error) {
      return error.statusCode() < 500 && !error.isThrottlingException()
          ? clientError(error)
          : SendFailure.KEY_UNAVAILABLE;
    }
    if (failure instanceof SdkException) {
      return SendFailure.KEY_UNAVAILABLE;
    }
    for (Throwable suppressed : failure.getSuppressed()) {
      SendFailure reason = reason(suppressed);
      if (reason != SendFailure.CODE_UNREADABLE) {
        return reason;
      }
    }
    Throwable cause = failure.getCause();
    return cause == null ? SendFailure.CODE_UNREADABLE : reason(cause);
  }

  private static SendFailure clientError(AwsServiceException error) {
    String code = error.awsErrorDetails() == null ? "" : error.awsErrorDetails().errorCode();
    return switch (code) {
      case "AccessDeniedException" -> SendFailure.KEY_ACCESS_DENIED;
      // The latter is of a key that will be deleted.
      case "DisabledException", "KMSInvalidStateException" -> SendFailure.KEY_DISABLED;
      default -> SendFailure.CODE_UNREADABLE;
    };
  }
}
