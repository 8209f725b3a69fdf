package dev.gatehouse.api.cognito;

import dev.gatehouse.lambda.aws.AwsConnection;
import dev.gatehouse.lambda.aws.CannedResponse;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClientBuilder;

/** SDK clients for the operations of Cognito that need no credentials. */
public final class CognitoClient {
  /** Time limit of a call: Cognito's triggers may start cold; this function has 15 seconds. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(10);

  /** The canned response of every operation, about a user who does not exist. */
  private static final String CANNED =
      """
      {"UserSub": "priming", "UserConfirmed": false, "Username": "priming",
       "CodeDeliveryDetails":
         {"AttributeName": "email", "DeliveryMedium": "EMAIL", "Destination": "p***@e***"},
       "UserAttributes": [{"Name": "sub", "Value": "priming"},
         {"Name": "email", "Value": "priming@example.com"},
         {"Name": "email_verified", "Value": "true"}]}
      """;

  private CognitoClient() {}

  /** Returns a client for a region, or for the endpoint that the SDK is configured with. */
  public static CognitoIdentityProviderClient of(String region) {
    return builder(region).build();
  }

  /**
   * Returns the builder of a client for priming, which keeps no connection and returns canned
   * responses.
   */
  public static CognitoIdentityProviderClientBuilder forPriming(String region) {
    return settings(AwsConnection.forPriming(CannedResponse.afterOneCall(CANNED)), region);
  }

  /** Returns the builder of a client, so that a test can set another endpoint. */
  public static CognitoIdentityProviderClientBuilder builder(String region) {
    return settings(AwsConnection.shared(), region);
  }

  /** Without retries: a sign-up that is sent twice returns that the account exists. */
  private static CognitoIdentityProviderClientBuilder settings(
      AwsConnection connection, String region) {
    return connection
        .of(
            CognitoIdentityProviderClient.builder(),
            region,
            all -> all.apiCallTimeout(TIME_LIMIT).retryStrategy(AwsRetryStrategy.doNotRetry()))
        .credentialsProvider(AnonymousCredentialsProvider.create());
  }
}
