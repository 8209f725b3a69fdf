package dev.gatehouse.api;

import dev.gatehouse.functions.EventJson;
import io.avaje.json.stream.BufferedJsonWriter;
import io.avaje.json.stream.JsonStream;

/** Writes JSON through the adapters generated for the records of this package. */
final class JsonText {
  private static final JsonStream STREAM = JsonStream.builder().build();

  private JsonText() {}

  /** Returns a record as JSON. */
  static String write(Object answer) {
    return EventJson.jsonb().toJson(answer);
  }

  /** Returns a writer for JSON without a record. */
  static BufferedJsonWriter writer() {
    return STREAM.bufferedWriter();
  }
}
