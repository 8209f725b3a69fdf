package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.codes.CodeMessage;
import dev.gatehouse.local.cognito.codes.MessageDelivery;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.requests.AdminUserRequest;
import dev.gatehouse.local.cognito.triggers.CallerContext;
import java.time.Clock;

/** The operation that invalidates a user's password and sends a code to set a new one. */
public record AdminResetUserPassword(UserPools pools, MessageDelivery delivery, Clock clock)
    implements Operation {

  @Override
  public RequestShape shape() {
    return AdminUserRequest.shape()
        .optional("ClientMetadata", MemberConstraints.CLIENT_METADATA)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = AdminUserRequest.pool(pools, request);
    PoolUser user = AdminUserRequest.user(pools, request);
    if (user.status() != UserStatus.CONFIRMED && user.status() != UserStatus.RESET_REQUIRED) {
      throw CognitoErrors.notAuthorized("User password cannot be reset in the current state.");
    }
    if (!user.emailVerified()) {
      throw ForgotPassword.noVerifiedEmail();
    }
    PoolUser reset =
        pool.users()
            .update(
                user.username(),
                current -> current.with(UserStatus.RESET_REQUIRED, clock.instant()));
    CallerContext caller = CallerContext.admin(request.map("ClientMetadata"));
    delivery.sendCode(CodeMessage.FORGOT_PASSWORD, pool, reset, caller);
    return new JsonObject();
  }
}
