package dev.gatehouse.triggers.deferredusers;

import dev.gatehouse.functions.EventJson;
import dev.gatehouse.users.User;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import org.jspecify.annotations.Nullable;

/** Is how a row is written as a message: JSON with the names of the table, times in ISO 8601. */
@Json.Import(User.class)
final class DeferredRow {
  private final JsonType<User> row = EventJson.jsonb().type(User.class);

  String write(User user) {
    return row.toJson(user);
  }

  /** Returns the row, or null if the text is none; why not would quote a person. */
  @Nullable User read(String text) {
    try {
      return row.fromJson(text);
    } catch (RuntimeException malformed) {
      return null;
    }
  }
}
