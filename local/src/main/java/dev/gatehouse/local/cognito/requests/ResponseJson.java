package dev.gatehouse.local.cognito.requests;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPoolClient;
import dev.gatehouse.local.cognito.settings.AppClientSettings;
import dev.gatehouse.local.cognito.settings.PasswordPolicy;
import dev.gatehouse.local.cognito.settings.UserPoolSettings;
import java.util.function.Predicate;

/** The JSON of user pools, app clients and users in responses. */
public final class ResponseJson {

  private ResponseJson() {}

  /** Returns the readable attributes of a user as a list of Name and Value. */
  public static JsonArray attributes(PoolUser user, Predicate<String> readable) {
    JsonArray list = new JsonArray();
    user.attributes().entrySet().stream()
        .filter(attribute -> readable.test(attribute.getKey()))
        .forEach(
            attribute ->
                list.add(Json.object("Name", attribute.getKey(), "Value", attribute.getValue())));
    return list;
  }

  /** Returns a user, with the attributes in the member that the operation names. */
  public static JsonObject user(
      PoolUser user, String attributesMember, Predicate<String> readable) {
    return Json.object(
        "Username",
        user.username(),
        attributesMember,
        attributes(user, readable),
        "UserCreateDate",
        Json.epochSeconds(user.created()),
        "UserLastModifiedDate",
        Json.epochSeconds(user.modified()),
        "Enabled",
        user.enabled(),
        "UserStatus",
        user.status());
  }

  /** Returns a user pool with all settings, defaults included. */
  public static JsonObject pool(UserPool pool) {
    UserPoolSettings settings = pool.settings();
    JsonObject json = settings.declared().deepCopy();
    json.remove("PoolName");
    json.add("SchemaAttributes", settings.attributes().toJson());
    json.remove("Schema");
    if (!json.has("LambdaConfig")) {
      json.add("LambdaConfig", new JsonObject());
    }
    json.add("Policies", Json.object("PasswordPolicy", policy(settings.passwordPolicy())));
    json.addProperty("Id", pool.id());
    json.addProperty("Name", settings.name());
    json.addProperty("Arn", pool.arn());
    json.addProperty("MfaConfiguration", "OFF");
    json.addProperty("EstimatedNumberOfUsers", pool.users().all().size());
    json.add("CreationDate", Json.epochSeconds(pool.created()));
    json.add("LastModifiedDate", Json.epochSeconds(pool.created()));
    return json;
  }

  /** Returns an app client with all settings, defaults included. */
  public static JsonObject client(UserPool pool, UserPoolClient client) {
    AppClientSettings settings = client.settings();
    JsonObject json = settings.declared().deepCopy();
    json.remove("GenerateSecret");
    json.addProperty("UserPoolId", pool.id());
    json.addProperty("ClientId", client.id());
    json.addProperty("ClientName", settings.name());
    if (client.secret() != null) {
      json.addProperty("ClientSecret", client.secret());
    }
    json.add("ExplicitAuthFlows", Json.array(settings.authFlows().stream().sorted().toList()));
    json.addProperty(
        "PreventUserExistenceErrors", settings.preventUserExistenceErrors() ? "ENABLED" : "LEGACY");
    json.addProperty("EnableTokenRevocation", settings.tokenRevocation());
    json.addProperty("AuthSessionValidity", settings.authSessionValidity().toMinutes());
    if (!json.has("RefreshTokenValidity")) {
      json.addProperty("RefreshTokenValidity", 30);
    }
    json.add("CreationDate", Json.epochSeconds(client.created()));
    json.add("LastModifiedDate", Json.epochSeconds(client.created()));
    return json;
  }

  private static JsonObject policy(PasswordPolicy policy) {
    return Json.object(
        "MinimumLength", policy.minimumLength(),
        "RequireUppercase", policy.uppercase(),
        "RequireLowercase", policy.lowercase(),
        "RequireNumbers", policy.numbers(),
        "RequireSymbols", policy.symbols(),
        "TemporaryPasswordValidityDays", policy.temporaryValidityDays());
  }
}
