package dev.gatehouse.api.cognito;

import dev.gatehouse.api.http.Problem;
import dev.gatehouse.api.http.RequestRefused;
import dev.gatehouse.api.routes.CodeDelivery;
import dev.gatehouse.api.routes.SignUpResult;
import dev.gatehouse.api.routes.UserPool;
import dev.gatehouse.users.CognitoUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryDetailsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpResponse;

/** A user pool of Amazon Cognito, called through one of its app clients. */
public final class CognitoUserPool implements UserPool {
  /** Time limit of operations that run no trigger; the rest is for the table. */
  private static final Duration WITHOUT_TRIGGER = Duration.ofSeconds(4);

  private final CognitoIdentityProviderClient cognito;
  private final String clientId;

  /** Creates a user pool that is called through an app client. */
  public CognitoUserPool(CognitoIdentityProviderClient cognito, String clientId) {
    this.cognito = cognito;
    this.clientId = clientId;
  }

  /** Returns the user pool of an app client. */
  public static CognitoUserPool of(String region, String clientId) {
    return new CognitoUserPool(CognitoClient.of(region), clientId);
  }

  /** Returns a user pool for priming, which changes nothing and returns canned responses. */
  public static CognitoUserPool forPriming(String region, String clientId) {
    return new CognitoUserPool(CognitoClient.forPriming(region).build(), clientId);
  }

  @Override
  public SignUpResult signUp(NewUser newUser) {
    // No email attribute: Cognito takes it from the user name, and the client may not write it.
    Map<String, String> locale =
        newUser.locale() == null ? Map.of() : Map.of("locale", newUser.locale().value());
    SignUpResponse user =
        call(
            CognitoErrors.SIGN_UP,
            () ->
                cognito.signUp(
                    request ->
                        request
                            .clientId(clientId)
                            .username(newUser.username())
                            .password(newUser.password())
                            .userAttributes(attributes(locale))
                            .clientMetadata(locale)));
    return new SignUpResult(
        user.userSub(), user.userConfirmed(), delivery(user.codeDeliveryDetails()));
  }

  @Override
  public void confirmSignUp(String username, String code) {
    call(
        CognitoErrors.CONFIRM_SIGN_UP,
        () ->
            cognito.confirmSignUp(
                request -> request.clientId(clientId).username(username).confirmationCode(code)));
  }

  @Override
  public @Nullable CodeDelivery resendConfirmationCode(String username) {
    return delivery(
        call(
                CognitoErrors.RESEND_CONFIRMATION_CODE,
                () ->
                    cognito.resendConfirmationCode(
                        request -> request.clientId(clientId).username(username)))
            .codeDeliveryDetails());
  }

  @Override
  public CognitoUser getUser(String accessToken) {
    AccessTokenClaims.@Nullable JwtClaims unverified = AccessTokenClaims.parse(accessToken);
    if (unverified != null && unverified.isOfIdToken()) {
      throw RequestRefused.because(Problem.ACCESS_TOKEN_REQUIRED);
    }
    GetUserResponse user =
        call(
            CognitoErrors.GET_USER,
            () ->
                cognito.getUser(
                    get ->
                        get.accessToken(accessToken)
                            .overrideConfiguration(call -> call.apiCallTimeout(WITHOUT_TRIGGER))));
    // Cognito has verified the token: its claims can be trusted from here on.
    AccessTokenClaims claims = AccessTokenClaims.of(unverified);
    if (!claims.clientId().equals(clientId)) {
      // Cognito accepts tokens of every pool of the region, those of other accounts included.
      throw RequestRefused.because(Problem.TOKEN_INVALID);
    }
    Map<String, String> attributes = attributes(user);
    if (!attributes.containsKey("sub")) {
      throw new IllegalArgumentException("the user has no sub");
    }
    return new CognitoUser(attributes, user.username(), claims.userPoolId());
  }

  @Override
  public void updateUserAttributes(String sub, String accessToken, Map<String, String> attributes) {
    requireOwn(sub, accessToken);
    call(
        CognitoErrors.UPDATE_USER_ATTRIBUTES,
        () ->
            cognito.updateUserAttributes(
                update ->
                    update
                        .accessToken(accessToken)
                        .userAttributes(attributes(attributes))
                        .overrideConfiguration(call -> call.apiCallTimeout(WITHOUT_TRIGGER))));
  }

  @Override
  public void deleteUser(String sub, String accessToken) {
    requireOwn(sub, accessToken);
    call(
        CognitoErrors.DELETE_USER,
        () ->
            cognito.deleteUser(
                delete ->
                    delete
                        .accessToken(accessToken)
                        .overrideConfiguration(call -> call.apiCallTimeout(WITHOUT_TRIGGER))));
  }

  /** Of two Authorization headers the authorizer may have verified the other one. */
  private void requireOwn(String sub, String accessToken) {
    AccessTokenClaims claims = AccessTokenClaims.of(accessToken);
    if (!claims.clientId().equals(clientId) || !claims.sub().equals(sub)) {
      throw RequestRefused.because(Problem.TOKEN_INVALID);
    }
  }

  private static <T> T call(CognitoErrors errors, Supplier<T> operation) {
    try {
      return operation.get();
    } catch (CognitoIdentityProviderException e) {
      AwsErrorDetails error = e.awsErrorDetails();
      throw errors.refusal(orEmpty(error.errorCode()), orEmpty(error.errorMessage()));
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static List<AttributeType> attributes(Map<String, String> values) {
    return values.entrySet().stream()
        .map(each -> AttributeType.builder().name(each.getKey()).value(each.getValue()).build())
        .toList();
  }

  private static Map<String, String> attributes(GetUserResponse user) {
    return user.userAttributes().stream()
        .filter(attribute -> attribute.value() != null)
        .collect(Collectors.toMap(AttributeType::name, AttributeType::value));
  }

  private static @Nullable CodeDelivery delivery(@Nullable CodeDeliveryDetailsType details) {
    return details == null
        ? null
        : new CodeDelivery(
            details.attributeName(), details.deliveryMediumAsString(), details.destination());
  }
}
