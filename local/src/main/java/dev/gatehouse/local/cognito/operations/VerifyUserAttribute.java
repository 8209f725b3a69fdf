package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.codes.Confirmation;
import dev.gatehouse.local.cognito.limits.Attempts;
import dev.gatehouse.local.cognito.limits.Attempts.Action;
import dev.gatehouse.local.cognito.pools.Code.Purpose;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.tokens.AccessTokens;
import dev.gatehouse.local.cognito.tokens.AccessTokens.Bearer;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Shape;
import java.time.Clock;
import java.time.Instant;

/** Makes the address that a code was mailed to the bearer's own, and a verified one. */
record VerifyUserAttribute(AccessTokens tokens, Attempts attempts, Clock clock)
    implements Operation {

  @Override
  public Shape shape() {
    return Shape.with()
        .required("AccessToken", Shape.TOKEN)
        .required("AttributeName", Shape.ATTRIBUTE_NAME)
        .required("Code", Shape.CODE)
        .shape();
  }

  @Override
  public JsonObject answer(Input input) {
    Bearer bearer = tokens.check(input.text("AccessToken"));
    UserPool pool = bearer.app().pool();
    refuseUnlessEmail(input.text("AttributeName"));
    String username = bearer.user().username();
    attempts.count(Action.VERIFY_ATTRIBUTE, pool.id(), username);
    String code = input.text("Code");
    Instant now = clock.instant();
    pool.users().update(username, current -> verified(current, code, now));
    return new JsonObject();
  }

  private static PoolUser verified(PoolUser user, String code, Instant now) {
    String address = Confirmation.check(user, Purpose.ATTRIBUTE, code, now).address();
    return user.without(Purpose.ATTRIBUTE)
        .withAttribute("email", address)
        .withAttribute("email_verified", "true")
        .with(user.status(), now);
  }

  static void refuseUnlessEmail(String attribute) {
    if (!attribute.equals("email")) {
      throw CognitoError.invalidParameter(
          "Only the attribute email can be verified on this machine.");
    }
  }
}
