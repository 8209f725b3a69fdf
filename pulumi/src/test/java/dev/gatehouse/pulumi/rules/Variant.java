package dev.gatehouse.pulumi.rules;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.pulumi.plan.Recorded;
import dev.gatehouse.pulumi.plan.StackSettings;
import dev.gatehouse.pulumi.plan.Variants;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Is the account with some settings at another value; each is recorded once for all tests. */
public record Variant(String name, StackSettings settings) {
  private static final Map<String, Recorded> PLANS = new ConcurrentHashMap<>();

  /** Returns every account that the rules are held against. */
  public static Stream<Variant> all() {
    return Stream.of(
        new Variant("local", Recorded.LOCAL),
        new Variant("lambda", Variants.settings("lambda")),
        new Variant("hosted", Variants.settings("hosted")),
        new Variant("unique", Variants.settings("unique")),
        of("no protection", Map.of("protectData", "false")),
        of(
            "alarms by mail",
            Map.of("alarmEmail", "ops@example.com", "sesConfigurationSet", "mail")),
        of("no custom domain", Map.of("customDomain", "false", "domainName", "")),
        of(
            "edge",
            Map.of(
                "endpointType", "EDGE", "aws:region", "eu-west-1", "sesIdentityPolicy", "false")),
        of("made identity", Map.of("sesDomain", "gatehouse.test", "emailAddressArn", "")));
  }

  private static Variant of(String name, Map<String, String> overlay) {
    StackSettings settings = Recorded.LOCAL;
    for (Map.Entry<String, String> it : overlay.entrySet()) {
      String key = it.getKey().contains(":") ? it.getKey() : "gatehouse:" + it.getKey();
      settings = settings.with(key, it.getValue());
    }
    return new Variant(name, settings);
  }

  public Recorded plan() {
    return PLANS.computeIfAbsent(
        name, it -> settings.equals(Recorded.LOCAL) ? Recorded.PLAN : Recorded.of(settings));
  }

  boolean protectsData() {
    return !"false".equals(settings.values().get("gatehouse:protectData"));
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
