package dev.gatehouse.local.cognito.requests;

import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.cognito.limits.AttemptLimits;
import dev.gatehouse.local.cognito.limits.AttemptLimits.Action;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.signin.SecretHash;
import dev.gatehouse.local.cognito.triggers.CallerContext;
import java.util.Optional;

/** A request of an app client for a user, who may not exist. */
public record AppClientRequest(AppClient app, String username, CallerContext caller) {

  /**
   * Returns the request of an authenticated app client; throws NotAuthorizedException for a wrong
   * secret hash.
   */
  public static AppClientRequest of(UserPools pools, AwsRequest request) {
    AppClient app = pools.client(request.text("ClientId"));
    String username = request.text("Username");
    SecretHash.check(app, username, request.optional("SecretHash"));
    return new AppClientRequest(
        app, username, new CallerContext(app.id(), request.map("ClientMetadata")));
  }

  /** Returns the user pool of the app client. */
  public UserPool pool() {
    return app.pool();
  }

  /**
   * Counts an attempt and returns the user. Counts by user name, even if the request names the user
   * by e-mail address.
   */
  public Optional<PoolUser> countAttempt(AttemptLimits attempts, Action action) {
    Optional<PoolUser> found = pool().users().find(username);
    attempts.count(action, pool().id(), found.map(PoolUser::username).orElse(username));
    return found;
  }
}
