package dev.gatehouse.local.cognito.hosted.pages;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.OperationRegistry;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.signin.SecretHash;
import java.util.Optional;

/** The operations of Cognito, called on behalf of an app client. */
public record AppClientOperations(OperationRegistry registry) {

  /** Executes an operation for a user; throws {@link AwsException} as the API does. */
  public JsonElement execute(String name, AppClient app, String username, Object... more) {
    JsonObject members = Json.object(more);
    members.addProperty("ClientId", app.id());
    members.addProperty("Username", username);
    String secret = app.client().secret();
    if (secret != null) {
      members.addProperty("SecretHash", SecretHash.of(username, app.id(), secret));
    }
    return registry.execute(name, members);
  }

  /** Returns the masked destination of the code that an operation sent, empty if it sent none. */
  public static String destination(JsonElement result) {
    return Optional.of(result)
        .filter(JsonElement::isJsonObject)
        .map(json -> json.getAsJsonObject().getAsJsonObject("CodeDeliveryDetails"))
        .map(details -> details.get("Destination").getAsString())
        .orElse("");
  }
}
