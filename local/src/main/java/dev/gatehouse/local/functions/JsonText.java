package dev.gatehouse.local.functions;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/** Reads JSON as Lambda's API does, which is not as lenient as Gson is by itself. */
final class JsonText {

  private JsonText() {}

  static JsonElement any(String text) throws LambdaError {
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      reader.setStrictness(Strictness.STRICT);
      JsonElement json = new Gson().getAdapter(JsonElement.class).read(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new MalformedJsonException("more than one value");
      }
      return json;
    } catch (IOException | JsonParseException | IllegalStateException e) {
      throw LambdaError.notJson();
    }
  }

  static JsonObject object(String text) throws LambdaError {
    if (any(text) instanceof JsonObject object) {
      return object;
    }
    throw LambdaError.notJson();
  }

  static String required(JsonObject object, String name) throws LambdaError {
    String value = optional(object, name);
    if (value == null) {
      throw LambdaError.invalidParameter(name + " is required");
    }
    return value;
  }

  static @Nullable String optional(JsonObject object, String name) {
    return object.get(name) instanceof JsonPrimitive value ? value.getAsString() : null;
  }
}
