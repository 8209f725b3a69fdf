package dev.gatehouse.triggers.deferredusers;

import dev.gatehouse.users.User;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import org.jspecify.annotations.Nullable;

/** Is how a row is written as a message: JSON with the names of the table, times in ISO 8601. */
@Json.Import(User.class)
final class DeferredRow {
  /** Lambda loads this class with a loader of its own, which alone knows the generated adapter. */
  private final JsonType<User> row =
      Jsonb.builder().classLoader(DeferredRow.class.getClassLoader()).build().type(User.class);

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
