package dev.gatehouse.pulumi.rules;

import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of enums exist in AWS; enums.tsv lists the properties. */
final class ValueRulesTest {
  private static final Map<String, Set<String>> KNOWN = new HashMap<>();
  private static final String SERVICES = "software.amazon.awssdk.services.";

  @BeforeAll
  static void readTheTable() throws ReflectiveOperationException {
    for (List<String> row : Tsv.rows("rules/enums.tsv")) {
      String known = row.get(2);
      KNOWN.put(
          row.get(0) + " " + row.get(1), known.startsWith("=") ? words(known) : values(known));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void everyEnumValueExistsInAws(Variant variant) {
    List<String> unknown = new ArrayList<>();
    variant
        .resources()
        .forEach(
            it ->
                Variant.texts(inputs(it), "")
                    .forEach(
                        text -> {
                          Set<String> known = KNOWN.get(text(it, "type") + " " + text.getKey());
                          if (known != null && !known.contains(text.getValue())) {
                            unknown.add(
                                "%s %s: %s"
                                    .formatted(text(it, "urn"), text.getKey(), text.getValue()));
                          }
                        }));

    assertThat(unknown).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void everyValueIsResolved(Variant variant) {
    assertThat(variant.plan().text())
        .doesNotContainIgnoringCase("null")
        .doesNotContain("Output@", "[object", "undefined", "04da6b54");
  }

  @Test
  void everyRowOfTheTableIsUsed() {
    Set<String> used = new TreeSet<>();
    Variant.all()
        .flatMap(variant -> variant.resources().stream())
        .forEach(
            it ->
                Variant.texts(inputs(it), "")
                    .forEach(text -> used.add(text(it, "type") + " " + text.getKey())));

    assertThat(used).containsAll(KNOWN.keySet());
  }

  /** Returns the values of an enum of the AWS SDK. */
  private static Set<String> values(String name) throws ReflectiveOperationException {
    Method known = Class.forName(SERVICES + name).getMethod("knownValues");
    return ((Set<?>) known.invoke(null)).stream().map(Object::toString).collect(Collectors.toSet());
  }

  private static Set<String> words(String list) {
    return Set.of(list.substring(1).split(" ", -1));
  }
}
