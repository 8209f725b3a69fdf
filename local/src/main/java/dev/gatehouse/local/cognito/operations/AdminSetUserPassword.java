package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.pools.Password;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Shape;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Sets a user's password, for good or to be changed at the next sign-in; no trigger runs. */
record AdminSetUserPassword(UserPools pools, Clock clock) implements Operation {

  @Override
  public Shape shape() {
    return AdminUser.shape()
        .required("Password", Shape.PASSWORD)
        .optional("Permanent", Shape.FLAG)
        .shape();
  }

  @Override
  public JsonObject answer(Input input) {
    UserPool pool = AdminUser.pool(pools, input);
    String username = AdminUser.find(pools, input).username();
    String password = input.text("Password");
    pool.settings().passwords().check(password);
    boolean permanent = input.flag("Permanent");
    Instant now = clock.instant();
    Instant until = now.plus(Duration.ofDays(pool.settings().passwords().temporaryDays()));
    Password set = permanent ? Password.permanent(password) : Password.temporary(password, until);
    UserStatus status = permanent ? UserStatus.CONFIRMED : UserStatus.FORCE_CHANGE_PASSWORD;
    pool.users().update(username, user -> user.with(set, now).with(status, now));
    return new JsonObject();
  }
}
