package dev.gatehouse.pulumi.diagram;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/** A resource of a plan, as plan.json describes it. */
record PlanResource(
    String type,
    String name,
    String urn,
    String parent,
    List<String> dependencies,
    boolean protect,
    JsonObject inputs,
    JsonObject outputs) {
  private record Plan(List<PlanResource> resources) {}

  /** Returns the resources of a plan.json, in its order. */
  static List<PlanResource> parse(String plan) {
    return new Gson().fromJson(plan, Plan.class).resources();
  }

  /** Returns whether this is a resource of AWS; the others are stack, components and providers. */
  boolean isAws() {
    return type.startsWith("aws:");
  }

  /** Returns the type as in the Java SDK of Pulumi, such as {@code lambda.Function}. */
  String shortType() {
    return type.replaceFirst("aws:(\\w+)/\\w+:(\\w+)", "$1.$2");
  }

  /** Returns whether the resource is in a component, not directly in the stack. */
  boolean isInComponent() {
    return !parent.contains("::pulumi:pulumi:Stack::");
  }

  /** Returns the name of the component that the resource is in, or else its own. */
  String owner() {
    return isInComponent() ? parent.substring(parent.lastIndexOf(':') + 1) : name;
  }

  boolean hasArn(String arn) {
    return outputs.has("arn") && outputs.get("arn").getAsString().equals(arn);
  }

  /** Returns the input as text; empty if there is none. */
  String input(String key) {
    JsonElement value = inputs.get(key);
    return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
  }
}
