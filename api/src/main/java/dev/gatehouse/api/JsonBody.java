package dev.gatehouse.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the body of a request: exactly one JSON object, of which the fields asked for count. */
final class JsonBody {
  private static final JsonFactory JSON =
      new JsonFactoryBuilder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Map<String, Value> values;

  private JsonBody(Map<String, Value> values) {
    this.values = values;
  }

  /** Reads the body, or refuses it if it is not JSON, too large or malformed. */
  static JsonBody of(Request request) {
    String text = BodyText.of(request);
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw RequestRefused.because(Problem.INVALID_JSON);
      }
      JsonBody body = new JsonBody(values(parser));
      if (parser.nextToken() != null) {
        throw malformed("There is more after the JSON object");
      }
      return body;
    } catch (IOException e) {
      // Jackson's own message repeats what it read.
      throw malformed("The body is not well-formed JSON, or has a field twice");
    }
  }

  /** Returns whether the body has no field but these. */
  boolean hasOnly(Field... fields) {
    return Arrays.stream(fields).map(Field::key).toList().containsAll(values.keySet());
  }

  /** Returns whether the field is there, be it null. */
  boolean has(Field field) {
    return values.containsKey(field.key());
  }

  /** Returns the value of a field that must be there. */
  String text(Field field) {
    String text = optionalText(field);
    if (text == null) {
      throw field.refused("is missing");
    }
    return text;
  }

  /** Returns the value of a field, or null if it is absent or null. */
  @Nullable String optionalText(Field field) {
    Value value = values.get(field.key());
    if (value == null || value.type() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (value.type() != JsonToken.VALUE_STRING) {
      throw field.refused("is not a string");
    }
    return field.checked(value.text());
  }

  private static Map<String, Value> values(JsonParser parser) throws IOException {
    Map<String, Value> values = new HashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken type = parser.nextToken();
      values.put(name, new Value(type, parser.getText()));
      parser.skipChildren();
    }
    return values;
  }

  private static RequestRefused malformed(String detail) {
    return RequestRefused.because(Problem.INVALID_JSON, detail);
  }

  private record Value(JsonToken type, String text) {}
}
