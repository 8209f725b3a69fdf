package dev.gatehouse.triggers.customemailsender;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CommitmentPolicy;
import com.amazonaws.encryptionsdk.CryptoResult;
import com.amazonaws.encryptionsdk.MasterKey;
import com.amazonaws.encryptionsdk.MasterKeyProvider;
import com.amazonaws.encryptionsdk.exception.AwsCryptoException;
import com.amazonaws.encryptionsdk.kmssdkv2.KmsMasterKeyProvider;
import dev.gatehouse.functions.AwsConnection;
import dev.gatehouse.triggers.SettingInvalid;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.KmsClientBuilder;

/** Opens codes with the KMS key that the pool seals them with, by the AWS Encryption SDK. */
final class KmsSealedCodes<K extends MasterKey<K>> implements SealedCodes {
  private static final String CODE_KEY_ARN = "CODE_KEY_ARN";

  /** An alias would not do: what is sealed names the key itself. */
  private static final Pattern KEY =
      Pattern.compile("arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+");

  /** The fourth part of an ARN. */
  private static final int REGION = 3;

  /** Of the fifteen seconds of this function; the first call loads the SDK meanwhile. */
  private static final Duration CALL = Duration.ofSeconds(4);

  private static final Duration ATTEMPT = Duration.ofSeconds(2);
  private static final int ATTEMPTS = 2;

  /** Cognito seals without a commitment to the key, which the strictest policy would refuse. */
  private final AwsCrypto crypto =
      AwsCrypto.builder().withCommitmentPolicy(CommitmentPolicy.RequireEncryptAllowDecrypt).build();

  private final MasterKeyProvider<K> keys;

  KmsSealedCodes(MasterKeyProvider<K> keys) {
    this.keys = keys;
  }

  /**
   * Connects to the key that {@code CODE_KEY_ARN} names, in the region that the name holds.
   *
   * @throws SettingInvalid if it is missing or names no key
   */
  static SealedCodes from(Map<String, String> environment) {
    String key = key(environment);
    return new KmsSealedCodes<>(
        KmsMasterKeyProvider.builder()
            .builderSupplier(() -> client(AwsConnection.shared(), key))
            .buildStrict(key));
  }

  /** Returns the key that the environment names. */
  static String key(Map<String, String> environment) {
    @Nullable String key = environment.get(CODE_KEY_ARN);
    if (key == null || !KEY.matcher(key).matches()) {
      throw new SettingInvalid(
          CODE_KEY_ARN, "must be the ARN of the KMS key, and not of an alias of it");
    }
    return key;
  }

  /** Sets up the client for the region of the key. */
  static KmsClientBuilder client(AwsConnection connection, String key) {
    return connection.of(
        KmsClient.builder(),
        key.split(":", 5)[REGION],
        all ->
            all.apiCallTimeout(CALL)
                .apiCallAttemptTimeout(ATTEMPT)
                .retryStrategy(retry -> retry.maxAttempts(ATTEMPTS)));
  }

  @Override
  public String open(String sealed, String pool) {
    CryptoResult<byte[], K> opened;
    try {
      opened = crypto.decryptData(keys, Base64.getDecoder().decode(sealed));
    } catch (AwsCryptoException | SdkException | IllegalArgumentException closed) {
      throw new MailNotSent(why(closed), closed);
    }
    if (!pool.equals(opened.getEncryptionContext().get("userpool-id"))) {
      throw new MailNotSent(NotSent.CODE_OF_ANOTHER_POOL);
    }
    return new String(opened.getResult(), UTF_8);
  }

  /** The Encryption SDK hands on what KMS said as the cause of its own exception, or beside it. */
  private static NotSent why(Throwable closed) {
    if (closed instanceof AwsServiceException answer) {
      return answer.statusCode() < 500 && !answer.isThrottlingException()
          ? refusal(answer)
          : NotSent.KEY_UNAVAILABLE;
    }
    if (closed instanceof SdkException) {
      return NotSent.KEY_UNAVAILABLE;
    }
    for (Throwable beside : closed.getSuppressed()) {
      NotSent why = why(beside);
      if (why != NotSent.CODE_UNREADABLE) {
        return why;
      }
    }
    Throwable cause = closed.getCause();
    return cause == null ? NotSent.CODE_UNREADABLE : why(cause);
  }

  private static NotSent refusal(AwsServiceException answer) {
    return answer.awsErrorDetails() != null
            && "AccessDeniedException".equals(answer.awsErrorDetails().errorCode())
        ? NotSent.KEY_ACCESS_DENIED
        : NotSent.CODE_UNREADABLE;
  }
}
