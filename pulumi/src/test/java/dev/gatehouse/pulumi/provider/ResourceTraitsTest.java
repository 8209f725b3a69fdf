package dev.gatehouse.pulumi.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.pulumi.plan.PlanVariants;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** resources.tsv, compared with the recorded plans and with the AWS SDK of Pulumi. */
final class ResourceTraitsTest {
  @Test
  void everyTypeOfEveryPlanHasARow() {
    assertThat(plans())
        .flatExtracting(RecordedPlan::resources)
        .extracting(it -> RecordedPlan.text(it, "type"))
        .filteredOn(type -> type.startsWith("aws:"))
        .allSatisfy(type -> assertThat(ResourceTraits.of(type)).isNotNull());
  }

  @Test
  void propertiesAreThoseOfPulumisSdk() {
    for (ResourceTraits it : ResourceTraits.all()) {
      Stream<String> named =
          Stream.of(
                  Stream.of(it.name()),
                  it.replacement().stream(),
                  it.unique().stream().flatMap(unique -> unique.names().stream()))
              .flatMap(names -> names)
              .filter(property -> !property.isEmpty());

      assertThat(properties(it.type())).as(it.type()).containsAll(named.toList());
    }
  }

  @Test
  void replacementHasASourceForEveryType() {
    assertThat(ResourceTraits.all())
        .allSatisfy(it -> assertThat(it.source()).as(it.type()).endsWith(".go"));
  }

  @Test
  void deletionIsRefusedForKnownTypesAndProperties() {
    for (ResourceTraits it : ResourceTraits.all()) {
      for (String reason : it.deletion()) {
        int dot = reason.lastIndexOf('.');
        assertThat(properties(dot < 0 ? it.type() : reason.substring(0, dot)))
            .as(reason)
            .contains(dot < 0 ? reason.split("=", -1)[0] : reason.substring(dot + 1));
      }
    }
  }

  private static List<RecordedPlan> plans() {
    return List.of(RecordedPlan.PLAN, PlanVariants.variant("hosted-lambda"), PlanVariants.full());
  }

  /** Returns the properties of aws:iam/role:Role, which are the methods of its arguments. */
  private static Set<String> properties(String type) {
    String[] parts = type.split("[:/]", -1);
    String arguments = String.format(Locale.ROOT, "com.pulumi.aws.%s.%sArgs", parts[1], parts[3]);
    try {
      return Arrays.stream(Class.forName(arguments).getMethods())
          .map(method -> method.getName())
          .collect(Collectors.toSet());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
