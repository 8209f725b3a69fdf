package dev.gatehouse.pulumi.rules;

import static dev.gatehouse.pulumi.plan.Recorded.input;
import static dev.gatehouse.pulumi.plan.Recorded.inputs;
import static dev.gatehouse.pulumi.plan.Recorded.output;
import static dev.gatehouse.pulumi.plan.Recorded.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.Recorded;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every function is kept within bounds, seen from outside, and called only through its alias. */
final class FunctionRulesTest {
  private static final String ALIAS = "aws:lambda/alias:Alias";
  private static final String FUNCTION = "aws:lambda/function:Function";
  private static final int COGNITO_WAITS = 5;
  private static final int LAMBDA_ENDS = 900;

  /** For how long a mail is claimed by who sends it. */
  private static final int LEASE = 20;

  /** A JVM with the AWS SDK does not start in less. */
  private static final int LEAST_MEMORY = 512;

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void everyFunctionHasItsBounds(Variant variant) {
    assertThat(variant.plan().ofType(FUNCTION))
        .isNotEmpty()
        .allSatisfy(it -> {
          assertThat(inputs(it).get("memorySize").getAsInt()).isBetween(LEAST_MEMORY, 10_240);
          assertThat(inputs(it).get("timeout").getAsInt()).isBetween(1, LAMBDA_ENDS);
        });
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void everyFunctionIsTracedAndForgets(Variant variant) {
    Map<String, JsonObject> groups =
        variant.plan().ofType("aws:cloudwatch/logGroup:LogGroup").stream()
            .collect(Collectors.toMap(it -> output(it, "name"), it -> it));

    assertThat(groups.values())
        .allSatisfy(it -> assertThat(inputs(it).get("retentionInDays").getAsInt()).isPositive());
    assertThat(variant.plan().ofType(FUNCTION))
        .allSatisfy(it -> {
          assertThat(text(inputs(it).getAsJsonObject("tracingConfig"), "mode")).isEqualTo("Active");
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
  void everyPermissionIsOnAnAliasAndSaysForWhom(Variant variant) {
    Set<String> aliases = names(variant, ALIAS);

    assertThat(variant.plan().ofType("aws:lambda/permission:Permission"))
        .isNotEmpty()
        .allSatisfy(it -> {
          assertThat(aliases).contains(input(it, "qualifier"));
          assertThat(input(it, "sourceArn")).startsWith("arn:").doesNotEndWith(":*");
          assertThat(input(it, "principal")).endsWith(".amazonaws.com");
        });
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void everyTriggerIsAnAliasThatEndsInTimeAndLetsCognitoIn(Variant variant) {
    Map<String, JsonObject> functionByAlias = functionByAlias(variant.plan());
    JsonObject pool = variant.plan().only("aws:cognito/userPool:UserPool");
    List<String> triggers = triggers(inputs(pool).getAsJsonObject("lambdaConfig")).toList();

    assertThat(triggers)
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(arn -> {
          assertThat(functionByAlias).containsKey(arn);
          JsonObject function = functionByAlias.get(arn);
          // Nobody waits for a mail; whatever else Cognito calls, it waits for.
          assertThat(inputs(function).get("timeout").getAsInt())
              .isLessThan(arn.contains("custom-email-sender") ? LEASE : COGNITO_WAITS);
          assertThat(variant.plan().ofType("aws:lambda/permission:Permission"))
              .anyMatch(it ->
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

  private static Map<String, JsonObject> functionByAlias(Recorded plan) {
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
