package dev.gatehouse.local.cognito.requests;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.settings.PasswordPolicy;
import dev.gatehouse.local.cognito.settings.UserPoolSettings;
import java.util.List;
import java.util.Map;

/** The JSON of user pools in responses. */
public final class UserPoolJson {
  /** Settings that CreateUserPool takes and DescribeUserPool returns under another name, or not. */
  private static final List<String> NOT_RETURNED =
      List.of(
          "PoolName",
          "Schema",
          "SoftwareTokenMfaConfiguration",
          "EmailMfaConfiguration",
          "Policies");

  private UserPoolJson() {}

  /** Returns a user pool with all settings, defaults included. */
  public static JsonObject of(UserPool pool) {
    UserPoolSettings settings = pool.settings();
    JsonObject json = Json.object("Id", pool.id(), "Name", settings.name());
    json.add("Policies", policies(settings));
    defaults(settings).forEach(json::add);
    settings.declared().asMap().forEach((name, value) -> addDeclared(json, name, value));
    json.add("SchemaAttributes", settings.attributes().toJson());
    pool.resources()
        .domains()
        .forEach(
            domain ->
                json.addProperty(domain.isCustom() ? "CustomDomain" : "Domain", domain.name()));
    json.addProperty("Arn", pool.arn());
    json.addProperty("EstimatedNumberOfUsers", pool.users().all().size());
    json.add("CreationDate", Json.epochSeconds(pool.created()));
    json.add("LastModifiedDate", Json.epochSeconds(pool.modified()));
    return json;
  }

  private static Map<String, JsonElement> defaults(UserPoolSettings settings) {
    return Json.object(
            "DeletionProtection",
            "INACTIVE",
            "LambdaConfig",
            new JsonObject(),
            "VerificationMessageTemplate",
            Json.object("DefaultEmailOption", "CONFIRM_WITH_CODE"),
            "UserAttributeUpdateSettings",
            Json.object("AttributesRequireVerificationBeforeUpdate", new JsonArray()),
            "MfaConfiguration",
            "OFF",
            "EmailConfiguration",
            Json.object("EmailSendingAccount", "COGNITO_DEFAULT"),
            "AdminCreateUserConfig",
            Json.object(
                "AllowAdminCreateUserOnly",
                false,
                "UnusedAccountValidityDays",
                settings.passwordPolicy().temporaryValidityDays()),
            "UserPoolTier",
            "ESSENTIALS")
        .asMap();
  }

  /** Adds a declared setting; the members of an object replace those of the default. */
  private static void addDeclared(JsonObject json, String name, JsonElement value) {
    if (NOT_RETURNED.contains(name) || value.isJsonNull()) {
      return;
    }
    if (value instanceof JsonObject object && json.get(name) instanceof JsonObject defaults) {
      object.asMap().forEach((key, member) -> defaults.add(key, member.deepCopy()));
    } else {
      json.add(name, value.deepCopy());
    }
  }

  private static JsonObject policies(UserPoolSettings settings) {
    PasswordPolicy policy = settings.passwordPolicy();
    JsonObject password =
        Json.object(
            "MinimumLength", policy.minimumLength(),
            "RequireUppercase", policy.uppercase(),
            "RequireLowercase", policy.lowercase(),
            "RequireNumbers", policy.numbers(),
            "RequireSymbols", policy.symbols(),
            "TemporaryPasswordValidityDays", policy.temporaryValidityDays());
    return Json.object(
        "PasswordPolicy",
        password,
        "SignInPolicy",
        Json.object("AllowedFirstAuthFactors", Json.array(settings.firstFactors())));
  }
}
