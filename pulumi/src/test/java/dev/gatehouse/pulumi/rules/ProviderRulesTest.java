package dev.gatehouse.pulumi.rules;

import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The program runs with versions 6 and 7 of Pulumi's AWS provider. */
final class ProviderRulesTest {
  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void everyPropertyExistsInBothProviderVersions(Variant variant) {
    Set<String> inOneVersionOnly = new TreeSet<>();
    for (List<String> row : Tsv.rows("rules/v6-v7.tsv")) {
      variant.plan().resources().stream()
          .filter(it -> matches(row.get(0), text(it, "type")))
          .filter(it -> row.get(1).equals("*") || has(inputs(it), path(row.get(1))))
          .forEach(it -> inOneVersionOnly.add("%s: %s".formatted(text(it, "urn"), row)));
    }
    assertThat(inOneVersionOnly).isEmpty();
  }

  private static boolean matches(String pattern, String type) {
    return pattern.equals("aws:*") ? type.startsWith("aws:") : pattern.equals(type);
  }

  private static List<String> path(String property) {
    return List.of(property.split("\\.", -1));
  }

  private static boolean has(JsonElement element, List<String> path) {
    if (path.isEmpty()) {
      return true;
    }
    if (element.isJsonArray()) {
      return element.getAsJsonArray().asList().stream().anyMatch(it -> has(it, path));
    }
    return element instanceof JsonObject object
        && object.has(path.get(0))
        && has(object.get(path.get(0)), path.subList(1, path.size()));
  }
}
