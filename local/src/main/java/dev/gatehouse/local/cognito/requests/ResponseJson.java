package dev.gatehouse.local.cognito.requests;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.pools.PoolUser;
import java.util.function.Predicate;

/** The JSON of users in responses. */
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
    JsonObject json = summary(user, attributesMember, readable);
    addMfa(json, user);
    return json;
  }

  /** Adds the second factors that a user turned on. */
  public static void addMfa(JsonObject json, PoolUser user) {
    if (user.mfa().preferred() != null) {
      json.addProperty("PreferredMfaSetting", user.mfa().preferred());
    }
    if (!user.mfa().enabled().isEmpty()) {
      json.add("UserMFASettingList", Json.array(user.mfa().enabled()));
    }
  }

  /** Returns a user without the second factors, as in lists. */
  public static JsonObject summary(
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
}
