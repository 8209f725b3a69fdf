package dev.gatehouse.local.cognito.hosted;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.operations.Operation;
import dev.gatehouse.local.cognito.operations.Operations;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.signin.SecretHash;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Json;
import java.util.Optional;

/** Calls the operations that the API offers, as the client itself would. */
record Calls(Operations operations) {

  /** Returns the operation's answer; throws {@link CognitoError} as the API does. */
  JsonElement call(String name, AppClient app, String username, Object... more) {
    Operation operation = operations.find(name).orElseThrow();
    JsonObject input = Json.object(more);
    input.addProperty("ClientId", app.id());
    input.addProperty("Username", username);
    String secret = app.client().secret();
    if (secret != null) {
      input.addProperty("SecretHash", SecretHash.of(username, app.id(), secret));
    }
    operation.shape().check(input);
    return operation.answer(new Input(input));
  }

  /** Returns where the code of an answer went, masked; empty if none did. */
  static String destination(JsonElement answer) {
    return Optional.of(answer)
        .filter(JsonElement::isJsonObject)
        .map(json -> json.getAsJsonObject().getAsJsonObject("CodeDeliveryDetails"))
        .map(details -> details.get("Destination").getAsString())
        .orElse("");
  }
}
