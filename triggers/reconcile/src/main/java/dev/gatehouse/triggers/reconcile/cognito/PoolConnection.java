package dev.gatehouse.triggers.reconcile.cognito;

import dev.gatehouse.lambda.aws.AwsConnection;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import java.time.Duration;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** A client of Amazon Cognito for runs through a whole user pool, and the id of that pool. */
public record PoolConnection(CognitoIdentityProviderClient client, String poolId) {
  /** Time limit of a call: less than the time left when a run stops. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(12);

  private static final Duration ATTEMPT = Duration.ofSeconds(4);

  /** Number of attempts, with growing delays: ListUsers has one quota for the whole account. */
  private static final int ATTEMPTS = 6;

  /**
   * Returns the connection to the user pool {@code USER_POOL_ID} in the region {@code AWS_REGION}.
   *
   * @param purpose what a missing id is for
   * @throws InvalidSetting if one of the two is missing
   */
  public static PoolConnection from(FunctionSettings settings, String purpose) {
    String poolId = settings.required("USER_POOL_ID", purpose);
    String region = settings.required("AWS_REGION", "the region of that pool");
    return new PoolConnection(
        AwsConnection.shared()
            .of(
                CognitoIdentityProviderClient.builder(),
                region,
                all ->
                    all.apiCallTimeout(TIME_LIMIT)
                        .apiCallAttemptTimeout(ATTEMPT)
                        .retryStrategy(retry -> retry.maxAttempts(ATTEMPTS)))
            .build(),
        poolId);
  }
}
