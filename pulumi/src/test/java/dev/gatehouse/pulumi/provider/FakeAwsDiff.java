package dev.gatehouse.pulumi.provider;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pulumirpc.Provider.DiffRequest;

/**
 * The difference between two versions of a resource.
 *
 * @param changed the names of the properties that differ
 * @param replacing those of them that replace the resource
 */
record FakeAwsDiff(List<String> changed, List<String> replacing) {
  static FakeAwsDiff of(List<String> replacement, JsonObject olds, DiffRequest request) {
    JsonObject news = PropertyStructs.json(request.getNews());
    TreeSet<String> names = new TreeSet<>(olds.keySet());
    names.addAll(news.keySet());
    names.remove(FakeAwsResources.DEFAULTS);
    request.getIgnoreChangesList().forEach(names::remove);
    List<String> changed =
        names.stream().filter(name -> !same(olds.get(name), news.get(name))).toList();
    return new FakeAwsDiff(changed, changed.stream().filter(replacement::contains).toList());
  }

  /** Returns whether the program sets the name, so that the old resource has to go first. */
  static boolean keepsItsName(ResourceTraits traits, JsonObject olds, JsonObject news) {
    String name = traits.name();
    return !name.isEmpty()
        && olds.has(name)
        && same(olds.get(name), news.get(name))
        && !FakeAwsResources.madeUp(news, name);
  }

  /** A file is compared by its hash, as the real provider does. */
  private static boolean same(@Nullable JsonElement old, @Nullable JsonElement current) {
    if (old == null || current == null) {
      return old == current;
    }
    if (old.isJsonObject()
        && current.isJsonObject()
        && old.getAsJsonObject().has("hash")
        && current.getAsJsonObject().has("hash")) {
      return old.getAsJsonObject().get("hash").equals(current.getAsJsonObject().get("hash"));
    }
    return old.equals(current);
  }
}
