package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.tokens.AccessTokens;
import dev.gatehouse.local.cognito.tokens.AccessTokens.Bearer;
import dev.gatehouse.local.cognito.triggers.Caller;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Constraint.ListOf;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Shape;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes attributes away from the bearer of an access token. */
record DeleteUserAttributes(AccessTokens tokens, AttributeChanges changes) implements Operation {

  @Override
  public Shape shape() {
    return Shape.with()
        .required("AccessToken", Shape.TOKEN)
        .required("UserAttributeNames", new ListOf(Shape.ATTRIBUTE_NAME))
        .shape();
  }

  @Override
  public JsonObject answer(Input input) {
    Bearer bearer = tokens.check(input.text("AccessToken"));
    Map<String, String> gone = new LinkedHashMap<>();
    input.texts("UserAttributeNames").forEach(name -> gone.put(name, ""));
    if (!gone.keySet().stream().allMatch(bearer.app().settings()::writes)) {
      throw CognitoError.unwritableAttribute();
    }
    Caller caller = new Caller(bearer.app().id(), Map.of());
    changes.make(bearer.app().pool(), bearer.user(), gone, caller);
    return new JsonObject();
  }
}
