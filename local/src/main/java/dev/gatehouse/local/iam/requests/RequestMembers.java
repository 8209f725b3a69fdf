package dev.gatehouse.local.iam.requests;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The members of a request in JSON, of which malformed ones count as missing. */
record RequestMembers(JsonObject json) {

  /** Parses a body; one that is not an object has no members, which the service refuses. */
  static RequestMembers of(String body) {
    try {
      return new RequestMembers(
          JsonParser.parseString(body) instanceof JsonObject object ? object : new JsonObject());
    } catch (JsonParseException e) {
      return new RequestMembers(new JsonObject());
    }
  }

  /** Returns the text of this name, or an empty Optional if there is none. */
  Optional<String> text(String name) {
    return text(json.get(name));
  }

  /** Returns the object of this name, empty if there is none. */
  RequestMembers object(String name) {
    return new RequestMembers(json.get(name) instanceof JsonObject it ? it : new JsonObject());
  }

  private static Optional<String> text(@Nullable JsonElement value) {
    return value instanceof JsonPrimitive primitive
        ? Optional.of(primitive.getAsString())
        : Optional.empty();
  }
}
