package dev.gatehouse.pulumi.provider;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.pulumi.plan.engine.RegisteredResource;
import dev.gatehouse.pulumi.plan.engine.ResourceOptions;
import dev.gatehouse.pulumi.plan.fake.FakeProvider;
import dev.gatehouse.pulumi.provider.FakeLambdaVersions.Version;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The calls of a provider, answered with the outputs of the plan recorder's fake. */
final class FakeAwsResources {
  /** The input in which the real provider lists the properties that it made up. */
  static final String DEFAULTS = "__defaults";

  /** The outputs that every version of a function has its own of. */
  private static final List<String> VERSIONED =
      List.of("version", "qualifiedArn", "qualifiedInvokeArn");

  private final String region;
  private final FakeProvider outputs;
  private final FakeAwsAccount account;

  FakeAwsResources(String region, FakeProvider outputs, FakeAwsAccount account) {
    this.region = region;
    this.outputs = outputs;
    this.account = account;
  }

  static String type(String urn) {
    String qualified = urn.split("::", 4)[2];
    return qualified.substring(qualified.lastIndexOf('$') + 1);
  }

  static boolean madeUp(JsonObject inputs, String property) {
    return inputs.has(DEFAULTS)
        && inputs.getAsJsonArray(DEFAULTS).contains(new JsonPrimitive(property));
  }

  /** Returns the inputs with a made-up name where the program sets none; an old one stays. */
  JsonObject checked(String urn, JsonObject olds, JsonObject news) {
    JsonObject inputs = news.deepCopy();
    String name = ResourceTraits.of(type(urn)).name();
    if (!name.isEmpty() && !inputs.has(name)) {
      JsonArray defaults = new JsonArray();
      defaults.add(name);
      inputs.add(DEFAULTS, defaults);
      inputs.add(
          name,
          madeUp(olds, name)
              ? olds.get(name)
              : created(resource(numbered(urn, account.freeNumber(urn)), news)).get(name));
    }
    return inputs;
  }

  /** Returns the outputs of a new resource; in a preview, what AWS computes is unknown. */
  JsonObject created(String urn, JsonObject inputs, boolean preview) {
    if (preview) {
      return previewed(urn, inputs);
    }
    int number = account.freeNumber(urn);
    JsonObject created = created(resource(numbered(urn, number), inputs));
    ResourceId key = key(urn, created.get("id").getAsString());
    account.create(new ExistingResource(key, urn, number, created));
    return published(key, created, account.versions().publish(key, created), true);
  }

  /** Returns the new inputs, and what AWS had computed at the creation. */
  JsonObject updated(
      String urn,
      String id,
      JsonObject olds,
      JsonObject oldInputs,
      JsonObject inputs,
      boolean preview) {
    JsonObject updated = withoutDefaults(inputs);
    olds.entrySet().stream()
        .filter(it -> !oldInputs.has(it.getKey()) && !updated.has(it.getKey()))
        .forEach(it -> updated.add(it.getKey(), it.getValue()));
    ResourceId key = key(urn, id);
    // After a failed snapshot the engine has the old inputs, but the provider's state is new.
    boolean changed = FakeLambdaVersions.differ(olds, inputs);
    if (preview) {
      return previewed(key, updated, changed);
    }
    account.update(key, urn, updated);
    // The provider asks for a version only if it has changed something.
    return changed
        ? published(key, updated, account.versions().publish(key, updated), true)
        : published(key, updated, account.versions().last(key), false);
  }

  /** Returns the properties of a function with those of its last version. */
  private static JsonObject published(
      ResourceId key, JsonObject properties, @Nullable Version version, boolean asked) {
    if (version == null) {
      return properties;
    }
    String arn = properties.get("arn").getAsString();
    String invokeArn = properties.get("invokeArn").getAsString();
    JsonObject versioned = properties.deepCopy();
    versioned.addProperty("version", version.text());
    versioned.addProperty("qualifiedArn", arn + ":" + version.text());
    versioned.addProperty(
        "qualifiedInvokeArn", invokeArn.replace(arn + "/", arn + ":" + version.text() + "/"));
    if (asked && version.failed()) {
      throw new SnapshotFailed(
          "waiting for Lambda Function (%s) version publish: its snapshot failed: FunctionError"
              .formatted(key.id()),
          versioned);
    }
    return versioned;
  }

  /** A new version's number is known only after the update. */
  private static JsonObject previewed(ResourceId key, JsonObject properties, boolean changed) {
    if (changed && key.type().equals(FakeLambdaVersions.FUNCTION)) {
      VERSIONED.forEach(name -> properties.addProperty(name, PropertyStructs.UNKNOWN));
    }
    return properties;
  }

  void delete(String urn, String id) {
    account.delete(key(urn, id), urn);
  }

  boolean exists(String urn, String id) {
    return account.has(key(urn, id));
  }

  private ResourceId key(String urn, String id) {
    return ResourceId.of(type(urn), region, id);
  }

  private JsonObject previewed(String urn, JsonObject inputs) {
    JsonObject created = created(resource(urn, inputs));
    JsonObject known = withoutDefaults(inputs);
    created.keySet().stream()
        .filter(name -> !known.has(name) && !name.equals("id"))
        .forEach(name -> known.addProperty(name, PropertyStructs.UNKNOWN));
    return known;
  }

  private JsonObject created(RegisteredResource resource) {
    return outputs.create(resource);
  }

  private static JsonObject withoutDefaults(JsonObject inputs) {
    JsonObject copy = inputs.deepCopy();
    copy.remove(DEFAULTS);
    return copy;
  }

  private static RegisteredResource resource(String urn, JsonObject inputs) {
    return new RegisteredResource(
        type(urn),
        urn.split("::", 4)[3].split("~", 2)[0],
        urn,
        "",
        List.of(),
        List.of(),
        true,
        ResourceOptions.NONE,
        withoutDefaults(inputs));
  }

  /** The first resource of a URN has the outputs of the plan; a replacement has others. */
  private static String numbered(String urn, int number) {
    return number == 1 ? urn : String.format(Locale.ROOT, "%s~%d", urn, number);
  }
}
