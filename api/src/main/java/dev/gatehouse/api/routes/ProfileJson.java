package dev.gatehouse.api.routes;

import dev.gatehouse.users.ProfileAttribute;
import dev.gatehouse.users.User;
import io.avaje.json.stream.BufferedJsonWriter;
import io.avaje.json.stream.JsonStream;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The JSON of a profile: the attributes of a row that its user may see, with ISO 8601 times. */
final class ProfileJson {
  /** ISO 8601 in UTC with milliseconds, always three digits. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private static final JsonStream JSON = JsonStream.builder().build();

  private ProfileJson() {}

  /** Returns the profile of a user; attributes without a value are left out. */
  static String of(User user) {
    BufferedJsonWriter json = JSON.bufferedWriter();
    json.beginObject();
    json.name("profile");
    json.beginObject();
    text(json, "sub", user.sub());
    text(json, "email", user.email());
    json.name("emailVerified");
    json.value(user.emailVerified());
    for (ProfileAttribute attribute : ProfileAttribute.values()) {
      text(json, attribute.attributeName(), user.profile(attribute));
    }
    text(json, "createdAt", TIME.format(user.createdAt()));
    text(json, "confirmedAt", TIME.format(user.confirmedAt()));
    text(json, "updatedAt", TIME.format(user.updatedAt()));
    json.endObject();
    json.endObject();
    return json.result();
  }

  private static void text(BufferedJsonWriter json, String name, @Nullable String value) {
    if (value != null) {
      json.name(name);
      json.value(value);
    }
  }
}
