package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.pools.PoolClient;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.settings.ClientSettings;
import dev.gatehouse.local.cognito.settings.PasswordPolicy;
import dev.gatehouse.local.cognito.settings.PoolSettings;
import dev.gatehouse.local.cognito.wire.Json;
import java.util.function.Predicate;

/** Describes pools, clients and users as several operations answer with them. */
final class Described {

  private Described() {}

  /** Returns the attributes of a user that may be shown, as a list of Name and Value. */
  static JsonArray attributes(PoolUser user, Predicate<String> shown) {
    JsonArray list = new JsonArray();
    user.attributes().entrySet().stream()
        .filter(attribute -> shown.test(attribute.getKey()))
        .forEach(attribute ->
            list.add(Json.object("Name", attribute.getKey(), "Value", attribute.getValue())));
    return list;
  }

  /** Returns a user with the attributes under the name that the operation gives them. */
  static JsonObject user(PoolUser user, String attributesAs, Predicate<String> shown) {
    return Json.object(
        "Username",
        user.username(),
        attributesAs,
        attributes(user, shown),
        "UserCreateDate",
        Json.seconds(user.created()),
        "UserLastModifiedDate",
        Json.seconds(user.modified()),
        "Enabled",
        user.enabled(),
        "UserStatus",
        user.status());
  }

  /** Returns all that was declared of a pool, with what was not at its default. */
  static JsonObject pool(UserPool pool) {
    PoolSettings settings = pool.settings();
    JsonObject described = settings.declared().deepCopy();
    described.remove("PoolName");
    described.add("SchemaAttributes", settings.attributes().described());
    described.remove("Schema");
    if (!described.has("LambdaConfig")) {
      described.add("LambdaConfig", new JsonObject());
    }
    described.add("Policies", Json.object("PasswordPolicy", policy(settings.passwords())));
    described.addProperty("Id", pool.id());
    described.addProperty("Name", settings.name());
    described.addProperty("Arn", pool.arn());
    described.addProperty("MfaConfiguration", "OFF");
    described.addProperty("EstimatedNumberOfUsers", pool.users().all().size());
    described.add("CreationDate", Json.seconds(pool.created()));
    described.add("LastModifiedDate", Json.seconds(pool.created()));
    return described;
  }

  /** Returns all that was declared of a client, with what was not at its default. */
  static JsonObject client(UserPool pool, PoolClient client) {
    ClientSettings settings = client.settings();
    JsonObject described = settings.declared().deepCopy();
    described.remove("GenerateSecret");
    described.addProperty("UserPoolId", pool.id());
    described.addProperty("ClientId", client.id());
    described.addProperty("ClientName", settings.name());
    if (client.secret() != null) {
      described.addProperty("ClientSecret", client.secret());
    }
    described.add("ExplicitAuthFlows", Json.array(settings.flows().stream().sorted().toList()));
    described.addProperty(
        "PreventUserExistenceErrors", settings.hidesUnknownUsers() ? "ENABLED" : "LEGACY");
    described.addProperty("EnableTokenRevocation", settings.revocation());
    described.addProperty("AuthSessionValidity", settings.session().toMinutes());
    if (!described.has("RefreshTokenValidity")) {
      described.addProperty("RefreshTokenValidity", 30);
    }
    described.add("CreationDate", Json.seconds(client.created()));
    described.add("LastModifiedDate", Json.seconds(client.created()));
    return described;
  }

  private static JsonObject policy(PasswordPolicy policy) {
    return Json.object(
        "MinimumLength", policy.minimumLength(),
        "RequireUppercase", policy.uppercase(),
        "RequireLowercase", policy.lowercase(),
        "RequireNumbers", policy.numbers(),
        "RequireSymbols", policy.symbols(),
        "TemporaryPasswordValidityDays", policy.temporaryDays());
  }
}
