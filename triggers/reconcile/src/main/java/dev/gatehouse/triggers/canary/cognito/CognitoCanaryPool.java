package dev.gatehouse.triggers.canary.cognito;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.lambda.aws.AwsConnection;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.triggers.canary.CanaryFailed;
import dev.gatehouse.triggers.canary.CanaryFailed.Step;
import dev.gatehouse.triggers.canary.CanaryPool;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/**
 * The user pool of Amazon Cognito. Users sign up with an app client of the canary's own, so that
 * Cognito's metrics of the other one do not count them, and sign in with that other one, whose
 * tokens the API takes.
 */
public final class CognitoCanaryPool implements CanaryPool {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(12);
  private static final String HMAC = "HmacSHA256";

  private final CognitoIdentityProviderClient client;
  private final String poolId;
  private final String appClientId;
  private final String canaryClientId;
  private final String canaryClientSecret;

  private CognitoCanaryPool(CognitoIdentityProviderClient client, FunctionSettings settings) {
    this.client = client;
    this.poolId = settings.required("USER_POOL_ID", "the id of the user pool");
    this.appClientId = settings.required("COGNITO_CLIENT_ID", "the id of the API's app client");
    this.canaryClientId = settings.required("CANARY_CLIENT_ID", "the id of the own app client");
    this.canaryClientSecret =
        settings.required("CANARY_CLIENT_SECRET", "the secret of that app client");
  }

  /**
   * Returns the user pool of the settings.
   *
   * @throws InvalidSetting if one is missing
   */
  public static CognitoCanaryPool from(FunctionSettings settings) {
    String region = settings.required("AWS_REGION", "the region of the user pool");
    return new CognitoCanaryPool(
        AwsConnection.shared()
            .of(
                CognitoIdentityProviderClient.builder(),
                region,
                all -> all.apiCallTimeout(TIME_LIMIT))
            .build(),
        settings);
  }

  @Override
  public void signUp(String address, String password) {
    try {
      client.signUp(
          signUp ->
              signUp
                  .clientId(canaryClientId)
                  .secretHash(secretHash(address))
                  .username(address)
                  .password(password));
    } catch (UsernameExistsException exists) {
      // An earlier run may have ended between this step and the next.
    } catch (SdkException failure) {
      throw new CanaryFailed(Step.SIGN_UP_FAILED, failure);
    }
  }

  @Override
  public void confirm(String address) {
    try {
      client.adminConfirmSignUp(confirm -> confirm.userPoolId(poolId).username(address));
    } catch (SdkException failure) {
      throw new CanaryFailed(Step.CONFIRMATION_FAILED, failure);
    }
  }

  @Override
  public Optional<String> signIn(String address, String password) {
    try {
      return Optional.of(
          client
              .initiateAuth(
                  auth ->
                      auth.clientId(appClientId)
                          .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                          .authParameters(Map.of("USERNAME", address, "PASSWORD", password)))
              .authenticationResult()
              .accessToken());
    } catch (NotAuthorizedException | UserNotFoundException | UserNotConfirmedException refused) {
      return Optional.empty();
    } catch (SdkException failure) {
      throw new CanaryFailed(Step.SIGN_IN_FAILED, failure);
    }
  }

  private String secretHash(String address) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(canaryClientSecret.getBytes(UTF_8), HMAC));
      mac.update(address.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(canaryClientId.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + HMAC, e);
    }
  }
}
