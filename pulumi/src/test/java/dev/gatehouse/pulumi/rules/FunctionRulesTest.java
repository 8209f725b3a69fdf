package dev.gatehouse.pulumi.rules;

import static dev.gatehouse.pulumi.plan.RecordedPlan.input;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.output;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every function has limits, logs, traces and an alias. */
final class FunctionRulesTest {
  private static final String ALIAS = "aws:lambda/alias:Alias";
  private static final String FUNCTION = "aws:lambda/function:Function";
  private static final int COGNITO_TIMEOUT_SECONDS = 5;
  private static final int LAMBDA_MAX_SECONDS = 900;

  /** The lease on a code, in seconds. */
  private static final int LEASE_SECONDS = 20;

  /** The minimum for a JVM with the AWS SDK, in megabytes. */
  private static final int MIN_MEMORY = 512;

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void everyFunctionHasMemoryAndTimeout(Variant variant) {
    assertThat(variant.plan().ofType(FUNCTION))
        .isNotEmpty()
        .allSatisfy(
            it -> {
              assertThat(inputs(it).get("memorySize").getAsInt()).isBetween(MIN_MEMORY, 10_240);
              assertThat(inputs(it).get("timeout").getAsInt()).isBetween(1, LAMBDA_MAX_SECONDS);
            });
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void everyFunctionIsTracedAndLogsWithARetention(Variant variant) {
    Map<String, JsonObject> groups =
        variant.plan().ofType("aws:cloudwatch/logGroup:LogGroup").stream()
            .collect(Collectors.toMap(it -> output(it, "name"), it -> it));

    assertThat(groups.values())
        .allSatisfy(it -> assertThat(inputs(it).get("retentionInDays").getAsInt()).isPositive());
    assertThat(variant.plan().ofType(FUNCTION))
        .allSatisfy(
            it -> {
              assertThat(text(inputs(it).getAsJsonObject("tracingConfig"), "mode"))
                  .isEqualTo("Active");
              assertThat(groups)
                  .containsKey(text(inputs(it).getAsJsonObject("loggingConfig"), "logGroup"));
            });
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void everyFunctionHasAnAliasOfAPublishedVersion(Variant variant) {
    assertThat(variant.plan().ofType(ALIAS))
        .allSatisfy(it -> assertThat(input(it, "functionVersion")).matches("\\d+"))
        .extracting(it -> input(it, "functionName"))
        .containsExactlyInAnyOrderElementsOf(
            variant.plan().ofType(FUNCTION).stream().map(it -> output(it, "name")).toList());
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void everyPermissionIsOnAnAliasForOneSource(Variant variant) {
    Set<String> aliases = names(variant, ALIAS);

    assertThat(variant.plan().ofType("aws:lambda/permission:Permission"))
        .isNotEmpty()
        .allSatisfy(
            it -> {
              assertThat(aliases).contains(input(it, "qualifier"));
              assertThat(input(it, "sourceArn")).startsWith("arn:").doesNotEndWith(":*");
              assertThat(input(it, "principal")).endsWith(".amazonaws.com");
            });
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void everyTriggerIsAnAliasWithTimeoutAndPermission(Variant variant) {
    Map<String, JsonObject> functionByAlias = functionByAlias(variant.plan());
    JsonObject pool = variant.plan().only("aws:cognito/userPool:UserPool");
    List<String> triggers = triggers(inputs(pool).getAsJsonObject("lambdaConfig")).toList();

    assertThat(triggers)
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(
            arn -> {
              assertThat(functionByAlias).containsKey(arn);
              JsonObject function = functionByAlias.get(arn);
              // Cognito does not wait for custom email sender, but for every other trigger.
              assertThat(inputs(function).get("timeout").getAsInt())
                  .isLessThan(
                      arn.contains("custom-email-sender")
                          ? LEASE_SECONDS
                          : COGNITO_TIMEOUT_SECONDS);
              assertThat(variant.plan().ofType("aws:lambda/permission:Permission"))
                  .anyMatch(
                      it ->
                          input(it, "function").equals(output(function, "name"))
                              && input(it, "sourceArn").equals(output(pool, "arn"))
                              && input(it, "principal").equals("cognito-idp.amazonaws.com"));
            });
  }

  private static Stream<String> triggers(JsonObject lambdaConfig) {
    return Variant.texts(lambdaConfig, "")
        .map(Map.Entry::getValue)
        .filter(it -> it.contains(":lambda:"));
  }

  private static Map<String, JsonObject> functionByAlias(RecordedPlan plan) {
    return plan.ofType(ALIAS).stream()
        .collect(
            Collectors.toMap(
                alias -> output(alias, "arn"),
                alias ->
                    plan.ofType(FUNCTION).stream()
                        .filter(it -> output(it, "name").equals(input(alias, "functionName")))
                        .findFirst()
                        .orElseThrow()));
  }

  private static Set<String> names(Variant variant, String type) {
    return variant.plan().ofType(type).stream()
        .map(it -> inputs(it).get("name"))
        .map(JsonElement::getAsString)
        .collect(Collectors.toSet());
  }
}
