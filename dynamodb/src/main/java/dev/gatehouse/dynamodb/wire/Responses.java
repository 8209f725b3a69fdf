package dev.gatehouse.dynamodb.wire;

import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The responses to requests. */
public final class Responses {

  private static final String AMZ_JSON = "application/x-amz-json-1.0";
  private static final String JSON = "application/json";

  private Responses() {}

  /** Returns the content type of the answer, null for a body that is not of a known one. */
  public static @Nullable String contentType(@Nullable String ofRequest, byte[] body) {
    if (ofRequest == null) {
      return JSON;
    }
    String type = ofRequest.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (type.equals(AMZ_JSON)) {
      return AMZ_JSON;
    }
    return type.equals(JSON) || type.isEmpty() || body.length == 0 ? JSON : null;
  }

  /** Returns the response to a request with a body of another type. */
  public static DynamoDbResponse unknownContent() {
    return DynamoDbResponse.of(
        404, null, "<UnknownOperationException/>\n".getBytes(StandardCharsets.US_ASCII));
  }

  /** Returns the response to a GET. */
  public static DynamoDbResponse health(String region) {
    String text = "healthy: dynamodb." + region + ".amazonaws.com ";
    return DynamoDbResponse.of(200, null, text.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Returns a successful response.
   *
   * @param members null for an operation without output members, which answers no body
   */
  public static DynamoDbResponse success(String contentType, @Nullable JsonObject members) {
    String text = members == null ? "" : members.toString();
    return DynamoDbResponse.of(200, contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the response that reports an error. */
  public static DynamoDbResponse error(String contentType, DynamoDbException error) {
    JsonObject json = new JsonObject();
    json.addProperty("__type", error.type().wireName());
    error.members().forEach(json::add);
    @Nullable String text = error.text();
    if (text != null) {
      json.addProperty(error.type().messageMember(), text);
    }
    return DynamoDbResponse.of(
        error.type().status(), contentType, json.toString().getBytes(StandardCharsets.UTF_8));
  }
}
