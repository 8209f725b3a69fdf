package dev.gatehouse.local.activity;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Payloads whose passwords and tokens are masked, those in JSON within JSON included. What is
 * masked is found by the name of its member and by the form of a JWT.
 */
public final class Masking {

  /** The text in place of a secret. */
  public static final String MASK = "(masked)";

  private static final Gson PRETTY =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().setPrettyPrinting().create();
  private static final Gson COMPACT =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private static final Set<String> SECRET_NAMES =
      Set.of(
          "authorization",
          "cookie",
          "session",
          "secrethash",
          "clientsecret",
          "secretcode",
          "srpa",
          "plaintext",
          "privatekey");
  private static final Pattern SECRET_SUFFIX =
      Pattern.compile(".*(password|token|secret|signature|secretblock)");
  private static final Pattern TOKEN =
      Pattern.compile("eyJ[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*){2,4}");
  private static final Pattern FORM_SECRET =
      Pattern.compile(
          "(^|&)((?:password|client_secret|refresh_token|access_token|token|code_verifier|session)=)"
              + "[^&]*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern VARIABLE =
      Pattern.compile(".*(PASSWORD|SECRET|TOKEN|CREDENTIAL|PRIVATE|ACCESS_KEY).*");

  private Masking() {}

  /** Returns a payload for a reader: JSON is indented; other text only masked. */
  public static String pretty(String payload) {
    JsonElement json = parse(payload);
    return json == null ? text(payload) : PRETTY.toJson(mask(json));
  }

  /** Returns the value of a header, masked if its name or form says so. */
  public static String header(String name, String value) {
    return isSecret(name) ? MASK : text(value);
  }

  /** Returns the value of an environment variable, masked if its name says so. */
  public static String variable(String name, String value) {
    return VARIABLE.matcher(name.toUpperCase(Locale.ROOT)).matches() ? MASK : value;
  }

  /**
   * Returns an edited payload in which each mask that is still in place is the original secret
   * again; throws {@link JsonParseException} if it is not JSON.
   */
  public static String restore(String edited, String original) {
    JsonElement from = parse(original);
    JsonElement given = JsonParser.parseString(edited);
    return COMPACT.toJson(from == null ? given : restore(given, from));
  }

  private static JsonElement mask(JsonElement json) {
    return switch (json) {
      case JsonObject object -> {
        JsonObject masked = new JsonObject();
        object
            .asMap()
            .forEach(
                (name, value) ->
                    masked.add(
                        name,
                        isSecret(name) && !value.isJsonNull()
                            ? new JsonPrimitive(MASK)
                            : mask(value)));
        yield masked;
      }
      case JsonArray array -> {
        JsonArray masked = new JsonArray();
        array.forEach(each -> masked.add(mask(each)));
        yield masked;
      }
      case JsonPrimitive primitive when primitive.isString() -> masked(primitive.getAsString());
      default -> json;
    };
  }

  private static JsonPrimitive masked(String value) {
    JsonElement nested = parse(value);
    return new JsonPrimitive(
        nested instanceof JsonObject object ? COMPACT.toJson(mask(object)) : text(value));
  }

  private static String text(String text) {
    String form = FORM_SECRET.matcher(text).replaceAll("$1$2" + MASK);
    return TOKEN.matcher(form).replaceAll(MASK);
  }

  private static boolean isSecret(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return SECRET_NAMES.contains(plain) || SECRET_SUFFIX.matcher(plain).matches();
  }

  private static JsonElement restore(JsonElement edited, JsonElement original) {
    if (edited instanceof JsonObject object && original instanceof JsonObject from) {
      JsonObject restored = new JsonObject();
      object
          .asMap()
          .forEach(
              (name, value) ->
                  restored.add(name, from.has(name) ? restore(value, from.get(name)) : value));
      return restored;
    }
    if (edited instanceof JsonArray array && original instanceof JsonArray from) {
      JsonArray restored = new JsonArray();
      for (int i = 0; i < array.size(); i++) {
        restored.add(i < from.size() ? restore(array.get(i), from.get(i)) : array.get(i));
      }
      return restored;
    }
    return restoredText(edited, original);
  }

  private static JsonElement restoredText(JsonElement edited, JsonElement original) {
    if (!(edited instanceof JsonPrimitive text) || !text.isString()) {
      return edited;
    }
    if (text.getAsString().contains(MASK)
        && original instanceof JsonPrimitive secret
        && secret.isString()) {
      boolean unchanged =
          text.getAsString().equals(MASK) || masked(secret.getAsString()).equals(text);
      return unchanged ? original : nested(text.getAsString(), secret.getAsString());
    }
    return text.getAsString().equals(MASK) ? original : edited;
  }

  /** Returns the edited JSON text of a string, such as the body of a request, restored. */
  private static JsonElement nested(String edited, String original) {
    JsonElement from = parse(original);
    JsonElement given = parse(edited);
    return from != null && given != null
        ? new JsonPrimitive(COMPACT.toJson(restore(given, from)))
        : new JsonPrimitive(edited);
  }

  /** Returns an object or an array, or null for any other text. */
  private static @Nullable JsonElement parse(String text) {
    String trimmed = text.strip();
    if (!trimmed.startsWith("{") && !trimmed.startsWith("[")) {
      return null;
    }
    try {
      return JsonParser.parseString(trimmed);
    } catch (JsonParseException notJson) {
      return null;
    }
  }
}
