package dev.gatehouse.local.cognito;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.ConfirmationCode;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.signin.SignInFlows;
import dev.gatehouse.local.cognito.tokens.TokenIssuer.TokenReason;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the console reads and does with users beyond Cognito's own operations. */
public final class UserAdministration {

  private final UserPools pools;
  private final SignInFlows signIn;
  private final Clock clock;

  UserAdministration(UserPools pools, SignInFlows signIn, Clock clock) {
    this.pools = pools;
    this.signIn = signIn;
    this.clock = clock;
  }

  /** Returns the users of all pools, newest first within each pool, without their attributes. */
  public List<JsonObject> list() {
    return pools.all().stream()
        .flatMap(pool -> pool.users().all().reversed().stream().map(user -> summary(pool, user)))
        .toList();
  }

  /** Returns the user of this name, sub or e-mail address in any pool, with the attributes. */
  public Optional<JsonObject> find(String name) {
    return pools.all().stream()
        .flatMap(pool -> pool.users().find(name).map(user -> detail(pool, user)).stream())
        .findFirst();
  }

  /** Lets every code that was sent to a user expire now. */
  public void expireCodes(String poolId, String username) {
    Instant now = clock.instant();
    pools
        .pool(poolId)
        .users()
        .update(
            username,
            user -> {
              PoolUser expired = user;
              for (Map.Entry<ConfirmationCode.Purpose, ConfirmationCode> sent :
                  user.codes().entrySet()) {
                ConfirmationCode code = sent.getValue();
                expired =
                    expired.with(
                        sent.getKey(), new ConfirmationCode(code.digits(), now, code.address()));
              }
              return expired;
            });
  }

  /**
   * Signs a user in without a password and returns the AuthenticationResult; only
   * PreTokenGeneration is invoked.
   */
  public JsonObject signIn(String clientId, String username) {
    AppClient app = pools.client(clientId);
    PoolUser user = app.pool().users().find(username).orElseThrow(CognitoErrors::userDoesNotExist);
    return signIn.tokens().issue(app, user, new TokenReason("Authentication", Map.of()), null);
  }

  private static JsonObject summary(UserPool pool, PoolUser user) {
    return Json.object(
        "poolId", pool.id(),
        "username", user.username(),
        "sub", user.sub(),
        "email", user.attribute("email").orElse(""),
        "status", user.status(),
        "enabled", user.enabled(),
        "created", user.created(),
        "groups", Json.array(user.groups()));
  }

  private static JsonObject detail(UserPool pool, PoolUser user) {
    JsonObject detail = summary(pool, user);
    detail.add("attributes", Json.of(user.attributes()));
    detail.addProperty("codes", user.codes().size());
    return detail;
  }
}
