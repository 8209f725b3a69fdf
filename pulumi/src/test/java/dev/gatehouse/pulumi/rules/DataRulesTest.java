package dev.gatehouse.pulumi.rules;

import static dev.gatehouse.pulumi.plan.Recorded.inputs;
import static dev.gatehouse.pulumi.plan.Recorded.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people would miss is kept from being deleted, unless the stack says otherwise. */
final class DataRulesTest {
  private static final String TABLE = "aws:dynamodb/table:Table";
  private static final Set<String> STATEFUL =
      Set.of("aws:cognito/userPool:UserPool", TABLE, "aws:kms/key:Key");

  /** What has a time of its own to be forgotten, and what is then asked for anew. */
  private static final Set<String> PASSING = Set.of("sent-codes");

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void whatHoldsDataIsProtectedWhereTheStackProtectsIt(Variant variant) {
    boolean kept = variant.protectsData();

    assertThat(stateful(variant))
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(it -> assertThat(it.get("protect").getAsBoolean()).isEqualTo(kept));
    assertThat(variant.resources())
        .filteredOn(it -> it.get("protect").getAsBoolean())
        .allMatch(it -> STATEFUL.contains(text(it, "type")));
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void awsRefusesToDeleteItTooAndCanTurnTheTableBack(Variant variant) {
    boolean kept = variant.protectsData();
    JsonObject pool = variant.plan().only("aws:cognito/userPool:UserPool");

    assertThat(text(inputs(pool), "deletionProtection")).isEqualTo(kept ? "ACTIVE" : "INACTIVE");
    assertThat(variant.plan().ofType(TABLE))
        .filteredOn(it -> !PASSING.contains(text(it, "name")))
        .isNotEmpty()
        .allSatisfy(it -> {
          assertThat(inputs(it).get("deletionProtectionEnabled").getAsBoolean()).isEqualTo(kept);
          assertThat(
                  inputs(it).getAsJsonObject("pointInTimeRecovery").get("enabled").getAsBoolean())
              .isTrue();
        });
  }

  private static List<JsonObject> stateful(Variant variant) {
    return variant.resources().stream()
        .filter(it -> STATEFUL.contains(text(it, "type")))
        .filter(it -> !PASSING.contains(text(it, "name")))
        .toList();
  }
}
