package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.tokens.AccessTokens;
import dev.gatehouse.local.cognito.tokens.AccessTokens.Bearer;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Json;
import dev.gatehouse.local.cognito.wire.Shape;

/** Tells the bearer of an access token who they are. */
record GetUser(AccessTokens tokens) implements Operation {

  @Override
  public Shape shape() {
    return Shape.with().required("AccessToken", Shape.TOKEN).shape();
  }

  @Override
  public JsonObject answer(Input input) {
    Bearer bearer = tokens.check(input.text("AccessToken"));
    return Json.object(
        "Username", bearer.user().username(),
        "UserAttributes", Described.attributes(bearer.user(), bearer.app().settings()::reads));
  }
}
