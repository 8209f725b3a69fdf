package dev.gatehouse.pulumi.rules;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.pulumi.plan.Recorded;
import dev.gatehouse.pulumi.plan.Variants;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Is an account that the rules are held against.
 *
 * @param protectsData whether pool, tables and key are to be kept
 */
public record Variant(String name, boolean protectsData, Supplier<Recorded> recorded) {
  private static final String MAILED = "alarms by mail";
  private static final Map<String, Recorded> RECORDED = new ConcurrentHashMap<>();

  /** Returns all of them; what is asked for least comes last. */
  public static Stream<Variant> all() {
    return Stream.of(
        new Variant("local", true, () -> Recorded.PLAN),
        new Variant("lambda", true, () -> Variants.variant("lambda")),
        new Variant("hosted", true, () -> Variants.variant("hosted")),
        new Variant("unique", true, () -> Variants.variant("unique")),
        new Variant("full: edge, made identity, pages", true, Variants::full),
        new Variant("bare: no domain, no protection", false, Variants::bare),
        mailed());
  }

  /** Returns the account whose alarms and mails have somewhere to go. */
  static Variant mailed() {
    return new Variant(
        MAILED,
        true,
        () ->
            RECORDED.computeIfAbsent(
                MAILED,
                it ->
                    Recorded.of(
                        Recorded.LOCAL
                            .with("gatehouse:alarmEmail", "ops@example.com")
                            .with("gatehouse:sesConfigurationSet", "mail"))));
  }

  public Recorded plan() {
    return recorded.get();
  }

  @Override
  public String toString() {
    return name;
  }

  /** Returns what AWS is asked for; components are Pulumi's own. */
  List<JsonObject> resources() {
    return plan().resources().stream()
        .filter(it -> Recorded.text(it, "type").startsWith("aws:"))
        .toList();
  }

  /** Returns every text of these inputs, however deep, by its path: {@code a.b}, lists left out. */
  static Stream<Map.Entry<String, String>> texts(JsonElement element, String path) {
    if (element instanceof JsonObject object) {
      return object.entrySet().stream()
          .flatMap(
              it -> texts(it.getValue(), path.isEmpty() ? it.getKey() : path + "." + it.getKey()));
    }
    if (element.isJsonArray()) {
      return element.getAsJsonArray().asList().stream().flatMap(it -> texts(it, path));
    }
    return element instanceof JsonPrimitive primitive && primitive.isString()
        ? Stream.of(Map.entry(path, primitive.getAsString()))
        : Stream.empty();
  }
}
