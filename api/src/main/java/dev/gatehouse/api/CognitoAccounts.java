package dev.gatehouse.api;

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

/** Keeps accounts in a Cognito user pool, through one of its app clients. */
final class CognitoAccounts implements Accounts {
  /** Where no trigger runs; the table wants its share of the time. */
  private static final Duration NO_TRIGGER = Duration.ofSeconds(4);

  private final CognitoIdentityProviderClient cognito;
  private final String clientId;

  CognitoAccounts(CognitoIdentityProviderClient cognito, String clientId) {
    this.cognito = cognito;
    this.clientId = clientId;
  }

  @Override
  public PendingUser signUp(NewAccount account) {
    // No email attribute: Cognito takes it from the user name, and the client may not write it.
    Map<String, String> locale =
        account.locale() == null ? Map.of() : Map.of("locale", account.locale().value());
    SignUpResponse user =
        call(
            CognitoCall.SIGN_UP,
            () ->
                cognito.signUp(request ->
                    request
                        .clientId(clientId)
                        .username(account.username())
                        .password(account.password())
                        .userAttributes(attributes(locale))
                        .clientMetadata(locale)));
    return new PendingUser(
        user.userSub(), user.userConfirmed(), delivery(user.codeDeliveryDetails()));
  }

  @Override
  public void confirm(String username, String code) {
    call(
        CognitoCall.CONFIRM_SIGN_UP,
        () ->
            cognito.confirmSignUp(
                request -> request.clientId(clientId).username(username).confirmationCode(code)));
  }

  @Override
  public @Nullable CodeDelivery resend(String username) {
    return delivery(
        call(
                CognitoCall.RESEND_CONFIRMATION_CODE,
                () ->
                    cognito.resendConfirmationCode(
                        request -> request.clientId(clientId).username(username)))
            .codeDeliveryDetails());
  }

  @Override
  public Account holderOf(String accessToken) {
    GetUserResponse user =
        call(
            CognitoCall.GET_USER,
            () ->
                cognito.getUser(get ->
                    get.accessToken(accessToken)
                        .overrideConfiguration(call -> call.apiCallTimeout(NO_TRIGGER))));
    // After Cognito has checked it, and only then, can the token be believed.
    TokenOrigin origin = TokenOrigin.of(accessToken);
    if (!origin.clientId().equals(clientId)) {
      // Cognito takes the tokens of every pool of the region, a stranger's pool among them.
      throw RequestRefused.because(Problem.TOKEN_INVALID);
    }
    return new Account(user.username(), origin.userPoolId(), attributes(user));
  }

  @Override
  public void change(String sub, String accessToken, Map<String, String> attributes) {
    TokenOrigin origin = TokenOrigin.of(accessToken);
    // The authorizer may have seen another of two headers; Cognito would change whosever this is.
    if (!origin.clientId().equals(clientId) || !origin.sub().equals(sub)) {
      throw RequestRefused.because(Problem.TOKEN_INVALID);
    }
    call(
        CognitoCall.UPDATE_USER_ATTRIBUTES,
        () ->
            cognito.updateUserAttributes(update ->
                update
                    .accessToken(accessToken)
                    .userAttributes(attributes(attributes))
                    .overrideConfiguration(call -> call.apiCallTimeout(NO_TRIGGER))));
  }

  private static <T> T call(CognitoCall call, Supplier<T> operation) {
    try {
      return operation.get();
    } catch (CognitoIdentityProviderException e) {
      AwsErrorDetails error = e.awsErrorDetails();
      throw call.refusal(orEmpty(error.errorCode()), orEmpty(error.errorMessage()));
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
