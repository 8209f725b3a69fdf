package dev.gatehouse.local.cognito.settings;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The names of Pulumi inputs and of the members of Cognito's API that they set. */
public final class PulumiInputNames {
  private static final Map<String, String> TO_API =
      Map.ofEntries(
          Map.entry("fromEmailAddress", "From"),
          Map.entry(
              "attributesRequireVerificationBeforeUpdates",
              "AttributesRequireVerificationBeforeUpdate"),
          Map.entry("schemas", "Schema"),
          Map.entry("tags", "UserPoolTags"),
          Map.entry("kmsKeyId", "KMSKeyID"),
          Map.entry("callbackUrls", "CallbackURLs"),
          Map.entry("logoutUrls", "LogoutURLs"),
          Map.entry("defaultRedirectUri", "DefaultRedirectURI"),
          Map.entry("allowedOauthFlows", "AllowedOAuthFlows"),
          Map.entry("allowedOauthFlowsUserPoolClient", "AllowedOAuthFlowsUserPoolClient"),
          Map.entry("allowedOauthScopes", "AllowedOAuthScopes"));
  private static final Map<String, String> TO_PULUMI =
      TO_API.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

  private PulumiInputNames() {}

  /** Returns the inputs of a user pool in the form of CreateUserPool. */
  public static JsonObject pool(JsonObject inputs) {
    JsonObject pool = object(inputs);
    rename(pool, "Name", "PoolName");
    JsonObject policies = new JsonObject();
    move(pool, "PasswordPolicy", policies);
    move(pool, "SignInPolicy", policies);
    if (!policies.isEmpty()) {
      pool.add("Policies", policies);
    }
    return pool;
  }

  /** Returns the inputs of an app client in the form of CreateUserPoolClient. */
  public static JsonObject client(JsonObject inputs) {
    JsonObject client = object(inputs);
    rename(client, "Name", "ClientName");
    return client;
  }

  /** Returns the Pulumi input of a path in the API. */
  public static String input(String path) {
    return Arrays.stream(path.split("\\.", -1))
        .filter(part -> !part.equals("Policies"))
        .map(part -> part.equals("PoolName") || part.equals("ClientName") ? "Name" : part)
        .map(
            part ->
                TO_PULUMI.getOrDefault(
                    part, Character.toLowerCase(part.charAt(0)) + part.substring(1)))
        .collect(Collectors.joining("."));
  }

  private static JsonElement element(JsonElement value) {
    return switch (value) {
      case JsonObject object -> object(object);
      case JsonArray array -> {
        JsonArray list = new JsonArray();
        array.forEach(member -> list.add(element(member)));
        yield list;
      }
      case JsonPrimitive primitive -> primitive.isNumber() ? integer(primitive) : primitive;
      default -> value;
    };
  }

  /** Returns 8 for the 8.0 that Protobuf makes of it and an SDK does not parse. */
  private static JsonPrimitive integer(JsonPrimitive value) {
    BigDecimal number = value.getAsBigDecimal();
    return number.stripTrailingZeros().scale() <= 0
        ? new JsonPrimitive(number.longValueExact())
        : value;
  }

  private static JsonObject object(JsonObject inputs) {
    JsonObject renamed = new JsonObject();
    inputs
        .asMap()
        .forEach(
            (key, value) ->
                renamed.add(api(key), key.equals("tags") ? value.deepCopy() : element(value)));
    // The Pulumi engine adds this member; it is not an input.
    renamed.remove("__defaults");
    return renamed;
  }

  private static String api(String key) {
    return TO_API.getOrDefault(
        key, key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1));
  }

  private static void rename(JsonObject in, String from, String to) {
    if (in.has(from)) {
      in.add(to, in.remove(from));
    }
  }

  private static void move(JsonObject from, String key, JsonObject to) {
    if (from.has(key)) {
      to.add(key, from.remove(key));
    }
  }
}
