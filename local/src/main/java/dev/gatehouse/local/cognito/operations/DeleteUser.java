package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import dev.gatehouse.local.cognito.tokens.AccessTokens;
import dev.gatehouse.local.cognito.tokens.AccessTokens.Bearer;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Shape;

/** Deletes the bearer of an access token. */
record DeleteUser(AccessTokens tokens) implements Operation {

  @Override
  public Shape shape() {
    return Shape.with().required("AccessToken", Shape.TOKEN).shape();
  }

  @Override
  public JsonElement answer(Input input) {
    Bearer bearer = tokens.check(input.text("AccessToken"));
    bearer.app().pool().remove(bearer.user());
    return JsonNull.INSTANCE;
  }
}
