package dev.gatehouse.local.cognito.operations;

import dev.gatehouse.local.cognito.limits.Attempts;
import dev.gatehouse.local.cognito.limits.Attempts.Action;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.signin.SecretHash;
import dev.gatehouse.local.cognito.triggers.Caller;
import dev.gatehouse.local.cognito.wire.Input;
import java.util.Optional;

/** Is a call that comes through an app client and names a user, who may not exist. */
record NamedCall(AppClient app, String name, Caller caller) {

  /** Finds the client; throws CognitoError for an unknown one and for a wrong secret hash. */
  static NamedCall of(UserPools pools, Input input) {
    AppClient app = pools.client(input.text("ClientId"));
    String name = input.text("Username");
    SecretHash.check(app, name, input.optional("SecretHash"));
    return new NamedCall(app, name, new Caller(app.id(), input.map("ClientMetadata")));
  }

  UserPool pool() {
    return app.pool();
  }

  /** Finds the user and counts the attempt, by one name however the user was named. */
  Optional<PoolUser> attempt(Attempts attempts, Action action) {
    Optional<PoolUser> found = pool().users().find(name);
    attempts.count(action, pool().id(), found.map(PoolUser::username).orElse(name));
    return found;
  }
}
