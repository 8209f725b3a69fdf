package dev.gatehouse.api;

import io.avaje.json.stream.BufferedJsonWriter;
import io.avaje.json.stream.JsonStream;
import io.avaje.jsonb.Jsonb;

/** Writes JSON through the adapters generated for the records of this package. */
final class JsonText {
  // Lambda loads this class with a loader of its own, which alone knows the generated adapters.
  private static final Jsonb JSONB =
      Jsonb.builder().classLoader(JsonText.class.getClassLoader()).build();
  private static final JsonStream STREAM = JsonStream.builder().build();

  private JsonText() {}

  /** Returns a record as JSON. */
  static String write(Object answer) {
    return JSONB.toJson(answer);
  }

  /** Returns a writer for JSON without a record. */
  static BufferedJsonWriter writer() {
    return STREAM.bufferedWriter();
  }
}
