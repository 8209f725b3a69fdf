package dev.gatehouse.pulumi.rules;

import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static dev.gatehouse.pulumi.plan.RecordedPlan.texts;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * The names of one resource in every stack.
 *
 * @param parent the end of the parent's URN, {@code -} for the stack
 * @param physical the physical name with {@code *} for project and stack, {@code -} if Pulumi, AWS
 *     or a setting chooses it
 * @param aliases the ends of the URNs that the resource had before
 */
record DeployedName(
    String logical, String type, String parent, String physical, List<String> aliases) {
  static final String NONE = "-";

  private static final String STACK = "pulumi:pulumi:Stack";
  private static final String PREFIX = "gatehouse-local";
  private static final List<String> NAME_INPUTS =
      List.of("name", "dashboardName", "eventDestinationName", "configurationSetName");

  static DeployedName of(JsonObject resource) {
    return new DeployedName(
        text(resource, "name"),
        text(resource, "type"),
        urnEnd(text(resource, "parent")),
        physical(resource),
        resource.has("aliases")
            ? texts(resource, "aliases").stream().map(DeployedName::urnEnd).toList()
            : List.of());
  }

  static boolean isStack(JsonObject resource) {
    return text(resource, "type").equals(STACK);
  }

  /** Returns the end of the URN, which is the same in every stack. */
  String urnEnd() {
    return parent.equals(NONE)
        ? type + "::" + logical
        : parent.split("::", 2)[0] + "$" + type + "::" + logical;
  }

  /** Returns logical name, type and parent in the format of the table. */
  String key() {
    return String.join("\t", logical, type, parent);
  }

  private static String urnEnd(String urn) {
    String end = urn.isEmpty() ? NONE : urn.split("::", 3)[2];
    return end.startsWith(STACK + "::") ? NONE : end;
  }

  /** Returns the physical name; the names of DNS records come from settings. */
  private static String physical(JsonObject resource) {
    if (text(resource, "type").equals("aws:route53/record:Record")) {
      return NONE;
    }
    return NAME_INPUTS.stream()
        .filter(inputs(resource)::has)
        .findFirst()
        .map(input -> text(inputs(resource), input).replace(PREFIX, "*"))
        .orElse(NONE);
  }
}
