package dev.gatehouse.pulumi.stack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The state that {@code pulumi stack export} writes.
 *
 * @param export the whole document, with the version of its format
 */
public record EngineState(JsonObject export) {
  private static final String KIND = "4dabf18193072939515e22adb298388d";
  private static final String DEFAULTS = "__defaults";

  /** What the engine itself adds to the inputs of a provider. */
  private static final List<String> ENGINES_OWN = List.of("__internal", "version");

  private static final String DEFAULT_PROVIDER = "::pulumi:providers:aws::default";

  /** Returns all resources but the default provider, in the order of the state. */
  public List<JsonObject> resources() {
    JsonArray resources = export.getAsJsonObject("deployment").getAsJsonArray("resources");
    // A destroyed stack has no list.
    return (resources == null ? new JsonArray() : resources)
        .asList().stream()
            .map(JsonElement::getAsJsonObject)
            .filter(it -> !text(it, "urn").contains(DEFAULT_PROVIDER))
            .toList();
  }

  /** Returns the resources by URN. */
  public Map<String, JsonObject> byUrn() {
    Map<String, JsonObject> byUrn = new TreeMap<>();
    resources().forEach(it -> byUrn.put(text(it, "urn"), it));
    return byUrn;
  }

  /** Returns the resource of a type and name. */
  public JsonObject named(String type, String name) {
    return resources().stream()
        .filter(it -> text(it, "type").equals(type) && text(it, "urn").endsWith("::" + name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No %s \"%s\"".formatted(type, name)));
  }

  /** Returns the URN of the resource of a type and name. */
  public String urn(String type, String name) {
    return text(named(type, name), "urn");
  }

  /** Returns the id of the resource of a type and name. */
  public String id(String type, String name) {
    return text(named(type, name), "id");
  }

  /** Returns the member as text; blank if there is none. */
  public static String text(JsonObject object, String member) {
    return object.has(member) ? object.get(member).getAsString() : "";
  }

  /** Returns the URN of an explicit provider; blank for the default one. */
  public static String provider(JsonObject resource) {
    String reference = text(resource, "provider");
    return reference.isEmpty() || reference.contains(DEFAULT_PROVIDER)
        ? ""
        : reference.substring(0, reference.lastIndexOf("::"));
  }

  /**
   * Returns the inputs as plan.json has them: with paths for files, and without made-up names, even
   * if they are not to change.
   */
  public static JsonElement inputs(JsonObject resource, JsonObject planned) {
    JsonObject inputs =
        resource.has("inputs") ? resource.getAsJsonObject("inputs").deepCopy() : new JsonObject();
    if (text(resource, "type").startsWith("pulumi:providers:")) {
      ENGINES_OWN.forEach(inputs::remove);
    }
    JsonElement madeUp = inputs.remove(DEFAULTS);
    if (madeUp instanceof JsonArray names) {
      names.forEach(name -> inputs.remove(name.getAsString()));
    }
    if (resource.has("ignoreChanges")) {
      for (JsonElement name : resource.getAsJsonArray("ignoreChanges")) {
        if (!planned.getAsJsonObject("inputs").has(name.getAsString())) {
          inputs.remove(name.getAsString());
        }
      }
    }
    return plain(inputs);
  }

  private static JsonElement plain(JsonElement element) {
    if (element instanceof JsonArray array) {
      JsonArray plain = new JsonArray();
      array.forEach(item -> plain.add(plain(item)));
      return plain;
    }
    if (element instanceof JsonPrimitive primitive && primitive.isNumber()) {
      return new JsonPrimitive(String.format(Locale.ROOT, "%s", primitive.getAsDouble()));
    }
    if (!(element instanceof JsonObject)) {
      return element;
    }
    JsonObject object = element.getAsJsonObject();
    if (object.has(KIND)) {
      return object.has("plaintext")
          ? plain(JsonParser.parseString(text(object, "plaintext")))
          : new JsonPrimitive(text(object, "path").replaceFirst("^\\.\\./", ""));
    }
    JsonObject plain = new JsonObject();
    new TreeMap<>(object.asMap()).forEach((name, value) -> plain.add(name, plain(value)));
    return plain;
  }

  /** Returns the inputs of a plan's resource in the same form. */
  public static JsonElement planned(JsonObject resource) {
    return plain(resource.getAsJsonObject("inputs"));
  }
}
