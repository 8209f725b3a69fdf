package dev.gatehouse.pulumi.stack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The differences between plan.json and the engine's state in inputs, options, parents and
 * dependencies. Outputs are not compared: both come from one fake. Nor are aliases, which the
 * engine's state does not keep: PlanComparisonIT shows that the engine renames by those that are
 * recorded.
 */
public final class PlanComparison {
  private final List<String> differences = new ArrayList<>();
  private final MadeUpValues madeUp;
  private final PublishedVersions versions;

  private PlanComparison(MadeUpValues madeUp, PublishedVersions versions) {
    this.madeUp = madeUp;
    this.versions = versions;
  }

  public static List<String> differences(RecordedPlan plan, EngineState state) {
    Map<String, JsonObject> planned = new TreeMap<>();
    plan.resources().forEach(it -> planned.put(RecordedPlan.text(it, "urn"), it));
    Map<String, JsonObject> deployed = state.byUrn();
    PlanComparison comparison =
        new PlanComparison(
            MadeUpValues.of(planned, deployed), PublishedVersions.of(deployed.values()));
    Set<String> urns = new TreeSet<>(planned.keySet());
    urns.addAll(deployed.keySet());
    for (String urn : urns) {
      comparison.compare(urn, planned.get(urn), deployed.get(urn));
    }
    comparison.checkOrder(state);
    return comparison.differences;
  }

  private void compare(String urn, @Nullable JsonObject planned, @Nullable JsonObject deployed) {
    if (planned == null || deployed == null) {
      differences.add(urn + (planned == null ? " is not in the plan" : " is not deployed"));
      return;
    }
    compare(
        urn, "parent", EngineState.text(planned, "parent"), EngineState.text(deployed, "parent"));
    compare(urn, "dependencies", set(planned, "dependencies"), set(deployed, "dependencies"));
    compare(urn, "protect", flag(planned, "protect"), flag(deployed, "protect"));
    compare(
        urn, "retainOnDelete", flag(planned, "retainOnDelete"), flag(deployed, "retainOnDelete"));
    compare(urn, "provider", EngineState.text(planned, "provider"), EngineState.provider(deployed));
    compare(
        urn,
        "additionalSecretOutputs",
        set(planned, "additionalSecretOutputs"),
        set(deployed, "additionalSecretOutputs"));
    compare(urn, "ignoreChanges", set(planned, "ignoreChanges"), set(deployed, "ignoreChanges"));
    compareInputs(
        urn,
        EngineState.planned(planned),
        versions.asPlanned(planned, madeUp.asPlanned(EngineState.inputs(deployed, planned))));
  }

  private void compareInputs(String urn, JsonElement planned, JsonElement deployed) {
    Set<String> names = new TreeSet<>(planned.getAsJsonObject().keySet());
    names.addAll(deployed.getAsJsonObject().keySet());
    for (String name : names) {
      compare(
          urn,
          "inputs." + name,
          planned.getAsJsonObject().get(name),
          deployed.getAsJsonObject().get(name));
    }
  }

  private void compare(
      String urn, String member, @Nullable Object planned, @Nullable Object deployed) {
    if (!Objects.equals(planned, deployed)) {
      differences.add(
          "%s: %s is planned as %s, deployed as %s".formatted(urn, member, planned, deployed));
    }
  }

  private void checkOrder(EngineState state) {
    Set<String> seen = new HashSet<>(Set.of(""));
    for (JsonObject resource : state.resources()) {
      Set<String> needed = set(resource, "dependencies");
      needed.add(EngineState.text(resource, "parent"));
      needed.add(EngineState.provider(resource));
      needed.removeAll(seen);
      String urn = EngineState.text(resource, "urn");
      needed.forEach(it -> differences.add("%s is before %s".formatted(urn, it)));
      seen.add(urn);
    }
  }

  private static boolean flag(JsonObject object, String member) {
    return object.has(member) && object.get(member).getAsBoolean();
  }

  private static Set<String> set(JsonObject object, String member) {
    Set<String> set = new TreeSet<>();
    if (object.has(member)) {
      for (JsonElement item :
          object.get(member) instanceof JsonArray array ? array : new JsonArray()) {
        set.add(item.getAsString());
      }
    }
    return set;
  }
}
