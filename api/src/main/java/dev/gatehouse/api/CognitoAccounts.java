package dev.gatehouse.api;

import java.time.Duration;
import java.util.ArrayList;
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
  /** No trigger runs in a look-up, and the table wants its share of the time. */
  private static final Duration LOOK_UP = Duration.ofSeconds(4);

  private final CognitoIdentityProviderClient cognito;
  private final String clientId;

  CognitoAccounts(CognitoIdentityProviderClient cognito, String clientId) {
    this.cognito = cognito;
    this.clientId = clientId;
  }

  @Override
  public PendingUser signUp(NewAccount account) {
    List<AttributeType> attributes = new ArrayList<>();
    attributes.add(attribute("email", account.username()));
    Map<String, String> metadata = Map.of();
    if (account.locale() != null) {
      attributes.add(attribute("locale", account.locale().value()));
      metadata = Map.of("locale", account.locale().value());
    }
    Map<String, String> clientMetadata = metadata;
    SignUpResponse user =
        call(
            CognitoCall.SIGN_UP,
            () ->
                cognito.signUp(request ->
                    request
                        .clientId(clientId)
                        .username(account.username())
                        .password(account.password())
                        .userAttributes(attributes)
                        .clientMetadata(clientMetadata)));
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
                        .overrideConfiguration(call -> call.apiCallTimeout(LOOK_UP))));
    // After Cognito has checked it, and only then, can the token be believed.
    TokenOrigin origin = TokenOrigin.of(accessToken);
    if (!origin.clientId().equals(clientId)) {
      // Cognito takes the tokens of every pool of the region, a stranger's pool among them.
      throw RequestRefused.because(Problem.TOKEN_INVALID);
    }
    return new Account(user.username(), origin.userPoolId(), attributes(user));
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

  private static AttributeType attribute(String name, String value) {
    return AttributeType.builder().name(name).value(value).build();
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
