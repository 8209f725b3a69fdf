package dev.gatehouse.api;

import dev.gatehouse.functions.AwsConnection;
import dev.gatehouse.functions.RehearsedSuccess;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClientBuilder;

/** Sets up the client for the operations of Cognito that anybody may call. */
final class CognitoClient {
  /** Lambda stops this function after 15 seconds; Cognito's triggers may start cold meanwhile. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** What every operation finds its part in; no such account is in any pool. */
  private static final String REHEARSED =
      """
      {"UserSub": "priming", "UserConfirmed": false, "Username": "priming",
       "CodeDeliveryDetails":
         {"AttributeName": "email", "DeliveryMedium": "EMAIL", "Destination": "p***@e***"},
       "UserAttributes": [{"Name": "sub", "Value": "priming"},
         {"Name": "email", "Value": "priming@example.com"},
         {"Name": "email_verified", "Value": "true"}]}
      """;

  private CognitoClient() {}

  /** Returns a client for this region, or for the endpoint that the SDK reads for itself. */
  static CognitoIdentityProviderClient of(String region) {
    return builder(region).build();
  }

  /**
   * Returns one that keeps no connection, as a snapshot of the process wants it, and that reads
   * success from what Cognito refuses.
   */
  static CognitoIdentityProviderClientBuilder rehearsal(String region) {
    return settings(AwsConnection.rehearsal(RehearsedSuccess.afterOneAnswer(REHEARSED)), region);
  }

  /** Returns the same before it is built, so that a test can point it elsewhere. */
  static CognitoIdentityProviderClientBuilder builder(String region) {
    return settings(AwsConnection.shared(), region);
  }

  /** A sign-up sent twice answers that the account exists, so nothing is sent twice. */
  private static CognitoIdentityProviderClientBuilder settings(
      AwsConnection connection, String region) {
    return connection
        .of(
            CognitoIdentityProviderClient.builder(),
            region,
            all -> all.apiCallTimeout(PATIENCE).retryStrategy(AwsRetryStrategy.doNotRetry()))
        .credentialsProvider(AnonymousCredentialsProvider.create());
  }
}
