package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.tokens.AccessTokens;
import dev.gatehouse.local.cognito.tokens.AccessTokens.Bearer;
import dev.gatehouse.local.cognito.triggers.Caller;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Json;
import dev.gatehouse.local.cognito.wire.Shape;
import java.util.Map;

/** Changes the attributes of the bearer of an access token, as far as the client may write them. */
record UpdateUserAttributes(AccessTokens tokens, AttributeChanges changes) implements Operation {

  @Override
  public Shape shape() {
    return Shape.with()
        .required("AccessToken", Shape.TOKEN)
        .required("UserAttributes", Shape.ATTRIBUTES)
        .optional("ClientMetadata", Shape.METADATA)
        .shape();
  }

  @Override
  public JsonObject answer(Input input) {
    Bearer bearer = tokens.check(input.text("AccessToken"));
    Map<String, String> wanted = input.attributes("UserAttributes");
    if (!wanted.keySet().stream().allMatch(bearer.app().settings()::writes)) {
      throw CognitoError.unwritableAttribute();
    }
    Caller caller = new Caller(bearer.app().id(), input.map("ClientMetadata"));
    return Json.object(
        "CodeDeliveryDetailsList",
        changes.make(bearer.app().pool(), bearer.user(), wanted, caller));
  }
}
