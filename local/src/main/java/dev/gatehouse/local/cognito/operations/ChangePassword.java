package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.limits.AttemptLimits;
import dev.gatehouse.local.cognito.limits.AttemptLimits.Action;
import dev.gatehouse.local.cognito.pools.HashedPassword;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier.Bearer;
import java.time.Clock;
import java.util.Optional;

/** The operation that replaces the password of an access token's user. */
public record ChangePassword(AccessTokenVerifier tokens, AttemptLimits attempts, Clock clock)
    implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .optional("PreviousPassword", MemberConstraints.PASSWORD)
        .required("ProposedPassword", MemberConstraints.PASSWORD)
        .required("AccessToken", MemberConstraints.TOKEN)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    Bearer bearer = tokens.verify(request.text("AccessToken"));
    UserPool pool = bearer.app().pool();
    String username = bearer.user().username();
    attempts.count(Action.CHANGE_PASSWORD, pool.id(), username);
    Optional<String> previous = request.optional("PreviousPassword");
    requirePassword(bearer.user(), previous);
    String proposed = request.text("ProposedPassword");
    pool.settings().passwordPolicy().check(proposed);
    HashedPassword password = pool.hash(username, proposed);
    pool.users().update(username, user -> user.with(password, clock.instant()));
    return new JsonObject();
  }

  private static void requirePassword(PoolUser user, Optional<String> given) {
    HashedPassword current = user.password();
    if (current != null && !given.filter(current::matches).isPresent()) {
      throw CognitoErrors.incorrectUsernameOrPassword();
    }
  }
}
