package dev.gatehouse.pulumi.rules;

import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Users' data is protected from deletion, unless the stack does not protect data. */
final class DataRulesTest {
  private static final String TABLE = "aws:dynamodb/table:Table";
  private static final Set<String> STATEFUL =
      Set.of("aws:cognito/userPool:UserPool", "aws:cognito/userPoolClient:UserPoolClient", TABLE);

  /** Tables whose rows expire, and an app client that no user has. */
  private static final Set<String> EXPIRING = Set.of("sent-codes", "idempotency-keys", "canary");

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void statefulResourcesAreProtectedIfTheStackProtectsData(Variant variant) {
    boolean isProtected = variant.protectsData();

    assertThat(stateful(variant))
        .hasSizeGreaterThanOrEqualTo(4)
        .allSatisfy(it -> assertThat(it.get("protect").getAsBoolean()).isEqualTo(isProtected));
    assertThat(variant.resources())
        .filteredOn(it -> it.get("protect").getAsBoolean())
        .allMatch(it -> STATEFUL.contains(text(it, "type")));
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void poolAndTablesHaveDeletionProtectionAndTablesBackups(Variant variant) {
    boolean isProtected = variant.protectsData();
    JsonObject pool = variant.plan().only("aws:cognito/userPool:UserPool");

    assertThat(text(inputs(pool), "deletionProtection"))
        .isEqualTo(isProtected ? "ACTIVE" : "INACTIVE");
    assertThat(variant.plan().ofType(TABLE))
        .filteredOn(it -> !EXPIRING.contains(text(it, "name")))
        .isNotEmpty()
        .allSatisfy(
            it -> {
              assertThat(inputs(it).get("deletionProtectionEnabled").getAsBoolean())
                  .isEqualTo(isProtected);
              assertThat(
                      inputs(it)
                          .getAsJsonObject("pointInTimeRecovery")
                          .get("enabled")
                          .getAsBoolean())
                  .isTrue();
            });
  }

  /** A stack of the same name could not come up again beside what the last one left. */
  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void whatIsLeftBehindHasNoFixedName(Variant variant) {
    assertThat(variant.resources())
        .filteredOn(it -> it.get("retainOnDelete").getAsBoolean())
        .allSatisfy(it -> assertThat(inputs(it).has("name")).isFalse());
  }

  /** Pulumi would refuse to turn off a setting whose resource it protects. */
  @Test
  void whatIsProtectedIsInEveryStackThatProtectsData() {
    assertThat(Variant.all().filter(Variant::protectsData))
        .extracting(DataRulesTest::protectedResources)
        .hasSizeGreaterThan(4)
        .containsOnly(protectedResources(Variant.alarmTopic()));
  }

  private static Set<String> protectedResources(Variant variant) {
    return variant.resources().stream()
        .filter(it -> it.get("protect").getAsBoolean())
        .map(it -> text(it, "type") + " " + text(it, "name"))
        .collect(Collectors.toSet());
  }

  private static List<JsonObject> stateful(Variant variant) {
    return variant.resources().stream()
        .filter(it -> STATEFUL.contains(text(it, "type")))
        .filter(it -> !EXPIRING.contains(text(it, "name")))
        .toList();
  }
}
