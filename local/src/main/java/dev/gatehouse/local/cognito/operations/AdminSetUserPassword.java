package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.HashedPassword;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.requests.AdminUserRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The operation that sets a user's password, permanent or temporary; it invokes no trigger. */
public record AdminSetUserPassword(UserPools pools, Clock clock) implements Operation {

  @Override
  public RequestShape shape() {
    return AdminUserRequest.shape()
        .required("Password", MemberConstraints.PASSWORD)
        .optional("Permanent", MemberConstraints.FLAG)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = AdminUserRequest.pool(pools, request);
    String username = AdminUserRequest.user(pools, request).username();
    String password = request.text("Password");
    pool.settings().passwordPolicy().check(password);
    boolean permanent = request.flag("Permanent");
    Instant now = clock.instant();
    Instant expiry =
        now.plus(Duration.ofDays(pool.settings().passwordPolicy().temporaryValidityDays()));
    HashedPassword hashed = pool.hash(username, password);
    HashedPassword newPassword = permanent ? hashed : hashed.temporary(expiry);
    UserStatus status = permanent ? UserStatus.CONFIRMED : UserStatus.FORCE_CHANGE_PASSWORD;
    pool.users().update(username, user -> user.with(newPassword, now).with(status, now));
    return new JsonObject();
  }
}
