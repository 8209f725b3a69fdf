package dev.gatehouse.lambda.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The events in {@code src/test/resources/events}. */
public final class Events {
  private Events() {}

  /** Returns an event by its trigger and source, such as {@code pre-sign-up/sign-up}. */
  public static JsonObject event(String name) {
    String path = "/events/" + name + ".json";
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Events.class.getResourceAsStream(path), path), UTF_8)) {
      return JsonParser.parseReader(reader).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the user attributes of an event. */
  public static JsonObject attributes(JsonObject event) {
    return event.getAsJsonObject("request").getAsJsonObject("userAttributes");
  }

  /**
   * Returns the texts of an event that identify the user or that the user may have chosen: all of
   * the request except the sub and Boolean values.
   */
  public static List<String> personal(JsonObject event) {
    List<String> texts = new ArrayList<>();
    collect(event.get("request"), texts);
    texts.add(event.get("userName").getAsString());
    JsonElement sub = attributes(event).get("sub");
    texts.removeIf(text -> text.isEmpty() || text.equals("true") || text.equals("false"));
    texts.removeIf(text -> sub != null && text.equals(sub.getAsString()));
    return texts;
  }

  private static void collect(JsonElement element, List<String> texts) {
    if (element instanceof JsonObject object) {
      for (Map.Entry<String, JsonElement> member : object.entrySet()) {
        collect(member.getValue(), texts);
      }
    } else if (!element.isJsonNull()) {
      texts.add(element.getAsString());
    }
  }
}
