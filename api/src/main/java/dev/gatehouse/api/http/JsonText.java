package dev.gatehouse.api.http;

import dev.gatehouse.lambda.json.EventJson;

/** The serialization of records as JSON, by adapters generated at compile time. */
final class JsonText {
  private JsonText() {}

  /** Returns a record as JSON. */
  public static String write(Object value) {
    return EventJson.jsonb().toJson(value);
  }
}
