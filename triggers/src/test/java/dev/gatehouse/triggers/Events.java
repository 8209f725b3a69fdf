package dev.gatehouse.triggers;

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

/** Reads the events that lie in {@code src/test/resources/events}. */
public final class Events {
  private Events() {}

  /** Reads the event of a trigger and a source, {@code pre-sign-up/sign-up} for one. */
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

  /** Returns the attributes of the user that the event is about. */
  public static JsonObject attributes(JsonObject event) {
    return event.getAsJsonObject("request").getAsJsonObject("userAttributes");
  }

  /**
   * Returns every text of the event that says who it is about or that they may have chosen
   * themselves: all but the envelope, the sub and what is the same for everybody.
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
