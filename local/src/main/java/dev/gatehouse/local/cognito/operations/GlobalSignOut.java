package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.tokens.AccessTokens;
import dev.gatehouse.local.cognito.tokens.AccessTokens.Bearer;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Shape;

/** Revokes every token of the bearer; API Gateway goes on accepting them until they expire. */
record GlobalSignOut(AccessTokens tokens) implements Operation {

  @Override
  public Shape shape() {
    return Shape.with().required("AccessToken", Shape.TOKEN).shape();
  }

  @Override
  public JsonObject answer(Input input) {
    Bearer bearer = tokens.check(input.text("AccessToken"));
    bearer.app().pool().sessions().revokeAllOf(bearer.user().username());
    return new JsonObject();
  }
}
