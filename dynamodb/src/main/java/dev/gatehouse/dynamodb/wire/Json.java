package dev.gatehouse.dynamodb.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.ErrorType;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/** The JSON of request bodies. */
final class Json {

  /** About the levels that AWS reads: each level of a value takes two of JSON's. */
  private static final int DEEPEST = 4_000;

  private Json() {}

  /** Reads a body; throws the error without a message for what is not a JSON object. */
  static JsonObject parse(byte[] body) {
    JsonReader reader = new JsonReader(new StringReader(new String(body, StandardCharsets.UTF_8)));
    reader.setStrictness(Strictness.STRICT);
    reader.setNestingLimit(DEEPEST);
    try {
      JsonElement read = JsonParser.parseReader(reader);
      if (reader.peek() == JsonToken.END_DOCUMENT && read instanceof JsonObject object) {
        return object;
      }
    } catch (JsonParseException | IOException notJson) {
      // The same answer as for what is no object.
    }
    throw DynamoDbException.withoutMessage(ErrorType.SERIALIZATION);
  }
}
