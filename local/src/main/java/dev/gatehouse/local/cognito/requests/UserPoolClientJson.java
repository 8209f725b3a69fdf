package dev.gatehouse.local.cognito.requests;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPoolClient;
import dev.gatehouse.local.cognito.settings.AppClientSettings;
import java.util.List;

/** The JSON of app clients in responses. */
public final class UserPoolClientJson {

  private UserPoolClientJson() {}

  /** Returns an app client with all settings, defaults included. */
  public static JsonObject of(UserPool pool, UserPoolClient client) {
    AppClientSettings settings = client.settings();
    JsonObject json = settings.declared().deepCopy();
    json.remove("GenerateSecret");
    json.addProperty("UserPoolId", pool.id());
    json.addProperty("ClientId", client.id());
    json.addProperty("ClientName", settings.name());
    if (client.secret() != null) {
      json.addProperty("ClientSecret", client.secret());
    }
    List<String> flows =
        settings.declaredFlows().isEmpty()
            ? settings.authFlows().stream().sorted().toList()
            : settings.declaredFlows();
    json.add("ExplicitAuthFlows", Json.array(flows));
    json.addProperty(
        "PreventUserExistenceErrors", settings.preventUserExistenceErrors() ? "ENABLED" : "LEGACY");
    json.addProperty("EnableTokenRevocation", settings.tokenRevocation());
    json.addProperty("AuthSessionValidity", settings.authSessionValidity().toMinutes());
    json.addProperty("AllowedOAuthFlowsUserPoolClient", settings.oauth().enabled());
    json.addProperty("EnablePropagateAdditionalUserContextData", false);
    if (!json.has("RefreshTokenValidity")) {
      json.addProperty("RefreshTokenValidity", 30);
    }
    json.add("CreationDate", Json.epochSeconds(client.created()));
    json.add("LastModifiedDate", Json.epochSeconds(client.lastModified()));
    return json;
  }
}
