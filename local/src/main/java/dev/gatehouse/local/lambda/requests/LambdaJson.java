package dev.gatehouse.local.lambda.requests;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.awsjson.Json;
import org.jspecify.annotations.Nullable;

/** JSON bodies of Lambda's API, with the errors that Lambda has for them. */
public final class LambdaJson {

  private LambdaJson() {}

  /** Throws InvalidRequestContentException if a text is not strict JSON. */
  public static void check(String text) {
    JsonElement unused = parse(text);
  }

  /** Returns the JSON object in a body; throws InvalidRequestContentException for other texts. */
  public static JsonObject object(String text) {
    if (parse(text) instanceof JsonObject object) {
      return object;
    }
    throw LambdaErrors.notJson();
  }

  /** Returns a member; throws InvalidParameterValueException if it is missing. */
  public static String required(JsonObject object, String name) {
    String value = optional(object, name);
    if (value == null) {
      throw LambdaErrors.invalidParameter(name + " is required");
    }
    return value;
  }

  /** Returns a member, or null if it is missing. */
  public static @Nullable String optional(JsonObject object, String name) {
    return object.get(name) instanceof JsonPrimitive value ? value.getAsString() : null;
  }

  private static JsonElement parse(String text) {
    try {
      return Json.parse(text);
    } catch (JsonParseException e) {
      throw LambdaErrors.notJson();
    }
  }
}
