package dev.gatehouse.users.json;

import dev.gatehouse.users.ProfileAttribute;
import dev.gatehouse.users.User;
import io.avaje.json.JsonReader;
import io.avaje.json.stream.BufferedJsonWriter;
import io.avaje.json.stream.JsonStream;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The JSON of a user in a message: flat, with the names of the users table and ISO 8601 times. */
public final class UserJson {
  private static final JsonStream JSON = JsonStream.builder().build();

  private static final String DEFERRED_AT = "deferredAt";

  /** Returns the JSON of a user; attributes without a value are left out. */
  public String write(User user) {
    return write(user, null);
  }

  /**
   * Returns the JSON of a user, with the time of the message.
   *
   * @param deferredAt when the row was deferred, which no queue changes when it moves the message
   */
  public String write(User user, @Nullable Instant deferredAt) {
    BufferedJsonWriter json = JSON.bufferedWriter();
    json.beginObject();
    text(json, "sub", user.sub());
    text(json, "email", user.email());
    json.name("emailVerified");
    json.value(user.emailVerified());
    for (ProfileAttribute attribute : ProfileAttribute.values()) {
      text(json, attribute.attributeName(), user.profile(attribute));
    }
    text(json, "createdAt", user.createdAt().toString());
    text(json, "confirmedAt", user.confirmedAt().toString());
    text(json, "updatedAt", user.updatedAt().toString());
    text(json, "userName", user.userName());
    text(json, "userPoolId", user.userPoolId());
    json.name("version");
    json.value(user.version());
    text(json, DEFERRED_AT, deferredAt == null ? null : deferredAt.toString());
    json.endObject();
    return json.result();
  }

  private static void text(BufferedJsonWriter json, String name, @Nullable String value) {
    if (value != null) {
      json.name(name);
      json.value(value);
    }
  }

  /** Returns the user, or null if the text is malformed; the reason would quote the user. */
  public @Nullable User read(String text) {
    try (JsonReader json = JSON.reader(text)) {
      return new Members(json).user();
    } catch (RuntimeException malformed) {
      return null;
    }
  }

  /** Returns when the row in a message was deferred, or null if the message does not say it. */
  public @Nullable Instant readDeferredAt(String text) {
    try (JsonReader json = JSON.reader(text)) {
      return new Members(json).deferredAt();
    } catch (RuntimeException malformed) {
      return null;
    }
  }

  /** The members of a JSON object, by name; unknown members are ignored. */
  private static final class Members {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<ProfileAttribute, String> profile = new EnumMap<>(ProfileAttribute.class);
    private boolean emailVerified;
    private long version;

    Members(JsonReader json) {
      json.beginObject();
      while (json.hasNextField()) {
        String name = json.nextField();
        if (!json.isNullValue()) {
          read(name, json);
        }
      }
      json.endObject();
    }

    private void read(String name, JsonReader json) {
      switch (name) {
        case "emailVerified" -> emailVerified = json.readBoolean();
        case "version" -> version = json.readLong();
        case "sub",
            "email",
            "createdAt",
            "confirmedAt",
            "updatedAt",
            "userName",
            "userPoolId",
            DEFERRED_AT ->
            texts.put(name, json.readString());
        default -> readProfile(name, json);
      }
    }

    private void readProfile(String name, JsonReader json) {
      for (ProfileAttribute attribute : ProfileAttribute.values()) {
        if (attribute.attributeName().equals(name)) {
          profile.put(attribute, json.readString());
          return;
        }
      }
      json.skipValue();
    }

    User user() {
      return new User(
          text("sub"),
          text("email"),
          emailVerified,
          profile,
          Instant.parse(text("createdAt")),
          Instant.parse(text("confirmedAt")),
          Instant.parse(text("updatedAt")),
          text("userName"),
          text("userPoolId"),
          version);
    }

    @Nullable Instant deferredAt() {
      @Nullable String time = texts.get(DEFERRED_AT);
      return time == null ? null : Instant.parse(time);
    }

    private String text(String name) {
      return Objects.requireNonNull(texts.get(name), name);
    }
  }
}
