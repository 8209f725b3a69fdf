package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.codes.CodeVerification;
import dev.gatehouse.local.cognito.limits.AttemptLimits;
import dev.gatehouse.local.cognito.limits.AttemptLimits.Action;
import dev.gatehouse.local.cognito.pools.ConfirmationCode.Purpose;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.requests.AppClientRequest;
import dev.gatehouse.local.cognito.requests.UnknownUsers;
import dev.gatehouse.local.cognito.signin.SignUpSessions;
import dev.gatehouse.local.cognito.triggers.PostConfirmation;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The operation that confirms a user with a code, then invokes PostConfirmation. */
public record ConfirmSignUp(
    UserPools pools,
    AttemptLimits attempts,
    PostConfirmation postConfirmation,
    SignUpSessions sessions,
    Clock clock)
    implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .required("ClientId", MemberConstraints.CLIENT_ID)
        .optional("SecretHash", MemberConstraints.SECRET_HASH)
        .required("Username", MemberConstraints.USERNAME)
        .required("ConfirmationCode", MemberConstraints.CONFIRMATION_CODE)
        .optional("ForceAliasCreation", MemberConstraints.FLAG)
        .optional("Session", MemberConstraints.SESSION)
        .optional("ClientMetadata", MemberConstraints.CLIENT_METADATA)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    AppClientRequest appRequest = AppClientRequest.of(pools, request);
    Optional<PoolUser> found = appRequest.countAttempt(attempts, Action.CONFIRM_SIGN_UP);
    if (found.isEmpty()) {
      throw UnknownUsers.codeError(appRequest.app());
    }
    request
        .optional("Session")
        .ifPresent(session -> sessions.check(appRequest.app(), found.get(), session));
    String code = request.text("ConfirmationCode");
    Instant now = clock.instant();
    String username = found.get().username();
    PoolUser user =
        appRequest
            .pool()
            .users()
            .update(
                username,
                request.flag("ForceAliasCreation"),
                current -> confirm(current, code, now));
    postConfirmation.confirmSignUp(appRequest.pool(), user, appRequest.caller());
    JsonObject result = new JsonObject();
    request
        .optional("Session")
        .map(session -> sessions.confirmed(appRequest.app(), user, session))
        .ifPresent(session -> result.addProperty("Session", session));
    return result;
  }

  private static PoolUser confirm(PoolUser user, String code, Instant now) {
    requireUnconfirmed(user);
    CodeVerification.check(user, Purpose.SIGN_UP, code, now);
    return user.without(Purpose.SIGN_UP)
        .withAttribute("email_verified", "true")
        .with(UserStatus.CONFIRMED, now);
  }

  static void requireUnconfirmed(PoolUser user) {
    if (user.status() != UserStatus.UNCONFIRMED) {
      throw CognitoErrors.notAuthorized(
          "User cannot be confirmed. Current status is " + user.status());
    }
  }
}
