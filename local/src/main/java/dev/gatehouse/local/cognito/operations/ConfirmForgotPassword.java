package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.codes.CodeVerification;
import dev.gatehouse.local.cognito.limits.AttemptLimits;
import dev.gatehouse.local.cognito.limits.AttemptLimits.Action;
import dev.gatehouse.local.cognito.pools.ConfirmationCode.Purpose;
import dev.gatehouse.local.cognito.pools.HashedPassword;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.requests.AppClientRequest;
import dev.gatehouse.local.cognito.requests.UnknownUsers;
import dev.gatehouse.local.cognito.triggers.PostConfirmation;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The operation that sets a new password with a code, then invokes PostConfirmation. */
public record ConfirmForgotPassword(
    UserPools pools, AttemptLimits attempts, PostConfirmation postConfirmation, Clock clock)
    implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .required("ClientId", MemberConstraints.CLIENT_ID)
        .optional("SecretHash", MemberConstraints.SECRET_HASH)
        .required("Username", MemberConstraints.USERNAME)
        .required("ConfirmationCode", MemberConstraints.CONFIRMATION_CODE)
        .required("Password", MemberConstraints.PASSWORD)
        .optional("ClientMetadata", MemberConstraints.CLIENT_METADATA)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    AppClientRequest appRequest = AppClientRequest.of(pools, request);
    // Before the user lookup, so that the error does not reveal whether the user exists.
    appRequest.pool().settings().passwordPolicy().check(request.text("Password"));
    Optional<PoolUser> found = appRequest.countAttempt(attempts, Action.RESET_PASSWORD);
    if (found.isEmpty()) {
      throw UnknownUsers.codeError(appRequest.app());
    }
    String code = request.text("ConfirmationCode");
    Instant now = clock.instant();
    String username = found.get().username();
    // A wrong code is found before the password is hashed, as for an unknown user.
    CodeVerification.check(found.get(), Purpose.RESET, code, now);
    HashedPassword password = appRequest.pool().hash(username, request.text("Password"));
    PoolUser user =
        appRequest.pool().users().update(username, current -> reset(current, code, password, now));
    postConfirmation.confirmForgotPassword(appRequest.pool(), user, appRequest.caller());
    return new JsonObject();
  }

  private static PoolUser reset(PoolUser user, String code, HashedPassword password, Instant now) {
    CodeVerification.check(user, Purpose.RESET, code, now);
    return user.without(Purpose.RESET).with(password, now).with(UserStatus.CONFIRMED, now);
  }
}
