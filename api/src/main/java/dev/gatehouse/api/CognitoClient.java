package dev.gatehouse.api;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClientBuilder;

/** Sets up the client for the operations of Cognito that anybody may call. */
final class CognitoClient {
  /** Lambda stops this function after 15 seconds; Cognito's triggers may start cold meanwhile. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private CognitoClient() {}

  /** Returns a client for this region, or for the endpoint that the SDK reads for itself. */
  static CognitoIdentityProviderClient of(String region) {
    return builder(region).build();
  }

  /**
   * Returns one that ends its connection with each call: what a snapshot of the process may keep.
   */
  static CognitoIdentityProviderClient rehearsal(String region) {
    return builder(region)
        .overrideConfiguration(all -> all.putHeader("Connection", "close"))
        .build();
  }

  /** Returns the same before it is built, so that a test can point it elsewhere. */
  static CognitoIdentityProviderClientBuilder builder(String region) {
    return CognitoIdentityProviderClient.builder()
        .region(Region.of(region))
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(3))
                .socketTimeout(PATIENCE))
        .overrideConfiguration(
            // A sign-up sent twice answers that the account exists, so nothing is sent twice.
            override ->
                override.apiCallTimeout(PATIENCE).retryStrategy(AwsRetryStrategy.doNotRetry()));
  }
}
