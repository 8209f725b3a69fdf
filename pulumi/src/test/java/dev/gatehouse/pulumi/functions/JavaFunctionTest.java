package dev.gatehouse.pulumi.functions;

import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.plan.RecordedPlan.input;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.output;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static dev.gatehouse.pulumi.plan.RecordedPlan.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.PlanVariants;
import dev.gatehouse.pulumi.settings.FunctionSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.policybuilder.iam.IamAction;
import software.amazon.awssdk.policybuilder.iam.IamPolicyReader;
import software.amazon.awssdk.policybuilder.iam.IamResource;
import software.amazon.awssdk.policybuilder.iam.IamStatement;

/** The functions of the recorded plan. */
final class JavaFunctionTest {
  private static final Set<String> EVERYWHERE = Set.of("STACK_NAME", "PRIMING_ROUNDS");

  private static final String POOL = "aws:cognito/userPool:UserPool";
  private static final String TABLE = "aws:dynamodb/table:Table";
  private static final String ALIAS = "aws:lambda/alias:Alias";
  private static final String FUNCTION = "aws:lambda/function:Function";
  private static final String PERMISSION = "aws:lambda/permission:Permission";
  private static final List<String> TRIGGERS =
      List.of("pre-sign-up", "custom-message", "post-confirmation");

  @ParameterizedTest
  @CsvSource({
    "pre-sign-up,       triggers.presignup.PreSignUpHandler,               '',     4",
    "custom-message,    triggers.custommessage.CustomMessageHandler,       '',     4",
    "post-confirmation, triggers.postconfirmation.PostConfirmationHandler, -arm64, 4",
    "deferred-users,    triggers.deferredusers.DeferredUsersHandler,       -arm64, 20",
    "reconcile,         triggers.reconcile.ReconcileHandler,               -arm64, 900",
    "erase,             triggers.erase.EraseHandler,                       -arm64, 300",
    "api,               api.ApiHandler,                                    -arm64, 15"
  })
  void functionHasTheArchiveOfItsModule(String name, String handler, String suffix, int seconds) {
    String module = name.equals("erase") ? "reconcile" : name;
    String directory = name.equals("api") ? "api" : "triggers/" + module;
    JsonObject function = PLAN.function(name);

    assertThat(input(function, "name")).isEqualTo("gatehouse-local-" + name);
    assertThat(input(function, "handler")).isEqualTo("dev.gatehouse." + handler);
    assertThat(input(function, "code"))
        .isEqualTo("%s/target/gatehouse-%s%s.zip".formatted(directory, module, suffix));
    assertThat(inputs(function).get("timeout").getAsInt()).isEqualTo(seconds);
  }

  @Test
  void functionsHaveOnlyTheVariablesTheyNeed() {
    JsonObject client = PLAN.only("aws:cognito/userPoolClient:UserPoolClient");
    String table = output(PLAN.named(TABLE, "users"), "name");

    assertThat(PLAN.variables("pre-sign-up").keySet())
        .isNotEmpty()
        .allMatch(name -> name.startsWith("EMAIL_") || EVERYWHERE.contains(name));
    assertThat(without("EMAIL_", PLAN.variables("custom-message")))
        .isEqualTo(
            "{DEFAULT_LOCALE=\"en\", PRIMING_ROUNDS=\"400\", PRODUCT_NAME=\"Gatehouse\", STACK_NAME=\"gatehouse-local\"}");
    assertThat(PLAN.variables("post-confirmation").toString())
        .isEqualTo(
            "{\"DEFERRED_USERS_QUEUE_URL\":\"%s\",\"PRIMING_ROUNDS\":\"400\",\"STACK_NAME\":\"gatehouse-local\",\"USERS_TABLE\":\"%s\"}"
                .formatted(
                    output(PLAN.named("aws:sqs/queue:Queue", "deferred-users"), "url"), table));
    assertThat(PLAN.variables("deferred-users").toString())
        .isEqualTo(
            "{\"DEFERRED_USERS_MAX_RECEIVES\":\"720\",\"DEFERRED_USERS_QUEUE_URL\":\"%s\",\"REFUSED_USERS_QUEUE_URL\":\"%s\",\"STACK_NAME\":\"gatehouse-local\",\"USERS_TABLE\":\"%s\"}"
                .formatted(
                    output(PLAN.named("aws:sqs/queue:Queue", "deferred-users"), "url"),
                    output(PLAN.named("aws:sqs/queue:Queue", "deferred-users-refused"), "url"),
                    table));
    assertThat(PLAN.variables("api").toString())
        .isEqualTo(
            ("{\"COGNITO_CLIENT_ID\":\"%s\",\"IDEMPOTENCY_TABLE\":\"gatehouse-local-idempotency-keys\",\"MAILBOXES_TABLE\":\"gatehouse-local-mailboxes\","
                    + "\"PRIMING_ROUNDS\":\"400\",\"STACK_NAME\":\"gatehouse-local\",\"USERS_TABLE\":\"%s\"}")
                .formatted(output(client, "id"), table));
  }

  @Test
  void laterRuntimeWithSnapshotsKeepsToTheFirstCompiler() {
    assertThat(JavaFunction.jvmOptions(functions("java21", true), true)).isEmpty();
    assertThat(JavaFunction.jvmOptions(functions("java25", true), false)).isEmpty();
    assertThat(JavaFunction.jvmOptions(functions("java25", true), true))
        .containsOnlyKeys("JAVA_TOOL_OPTIONS");
  }

  private static FunctionSettings functions(String runtime, boolean snapStart) {
    return new FunctionSettings(
        runtime, "arm64", 1024, Map.of(), Map.of(), snapStart, Map.of(), "", 100, 400);
  }

  @Test
  void functionThatMayBeIdleForWeeksHasNoSnapshotToLose() {
    for (String function : List.of("deferred-users", "erase")) {
      assertThat(inputs(PLAN.function(function)).has("snapStart")).as(function).isFalse();
      assertThat(PLAN.variables(function).has("PRIMING_ROUNDS")).as(function).isFalse();
    }
  }

  @Test
  void functionsAreTracedAndTheOthersUseSnapStart() {
    assertThat(PLAN.ofType(FUNCTION))
        .isNotEmpty()
        .allSatisfy(
            it -> {
              assertThat(inputs(it).get("publish").getAsBoolean()).isTrue();
              if (!List.of("deferred-users", "erase").contains(text(it, "name"))) {
                assertThat(text(inputs(it).getAsJsonObject("snapStart"), "applyOn"))
                    .isEqualTo("PublishedVersions");
              }
              assertThat(text(inputs(it).getAsJsonObject("tracingConfig"), "mode"))
                  .isEqualTo("Active");
            });
  }

  @Test
  void everyFunctionLogsJsonToAGroupWithARetention() {
    Set<String> groups = new TreeSet<>();
    PLAN.ofType("aws:cloudwatch/logGroup:LogGroup")
        .forEach(
            it -> {
              assertThat(inputs(it).get("retentionInDays").getAsInt()).isEqualTo(7);
              groups.add(output(it, "name"));
            });

    assertThat(PLAN.ofType(FUNCTION))
        .allSatisfy(
            it -> {
              JsonObject logging = inputs(it).getAsJsonObject("loggingConfig");
              assertThat(text(logging, "logFormat")).isEqualTo("JSON");
              assertThat(groups.remove(text(logging, "logGroup"))).isTrue();
            });
    assertThat(groups).containsExactly("/aws/apigateway/gatehouse-local-api");
  }

  @Test
  void everyAliasPointsToAPublishedVersion() {
    assertThat(PLAN.ofType(ALIAS))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(input(it, "functionVersion")).matches("\\d+"));
  }

  @Test
  void everyPermissionIsForOneCallerOfAnAlias() {
    assertThat(PLAN.ofType(PERMISSION))
        .isNotEmpty()
        .allSatisfy(
            it -> {
              assertThat(input(it, "action")).isEqualTo("lambda:InvokeFunction");
              assertThat(input(it, "qualifier")).isEqualTo("live");
            })
        .extracting(it -> input(it, "function"))
        .doesNotHaveDuplicates()
        .doesNotContain("gatehouse-local-deferred-users", "gatehouse-local-reconcile");
  }

  @Test
  void functionsDependOnTheirPolicies() {
    assertThat(PLAN.ofType(FUNCTION))
        .allSatisfy(
            it ->
                assertThat(texts(it, "dependencies"))
                    .anyMatch(urn -> urn.endsWith("::" + text(it, "name") + "-logs")));
  }

  @Test
  void functionMayHaveItsOwnMemoryAndConcurrency() {
    JsonObject api = inputs(PlanVariants.full().function("api"));
    JsonObject other = inputs(PlanVariants.full().function("pre-sign-up"));

    assertThat(api.get("memorySize").getAsInt()).isEqualTo(2048);
    assertThat(api.get("reservedConcurrentExecutions").getAsInt()).isEqualTo(50);
    assertThat(other.get("memorySize").getAsInt()).isEqualTo(1024);
    assertThat(other.has("reservedConcurrentExecutions")).isFalse();
  }

  @Test
  void triggerFunctionsDoNotDependOnThePool() {
    String pool = text(PLAN.only(POOL), "urn");

    for (String trigger : TRIGGERS) {
      assertThat(allDependencies(text(PLAN.function(trigger), "urn"))).doesNotContain(pool);
    }
    assertThat(allDependencies(text(PLAN.function("api"), "urn"))).contains(pool);
  }

  @Test
  void noPolicyHasWildcardsExceptForTraces() {
    List<IamStatement> statements =
        PLAN.ofType("aws:iam/rolePolicy:RolePolicy").stream()
            .flatMap(it -> IamPolicyReader.create().read(input(it, "policy")).statements().stream())
            .toList();

    assertThat(statements).hasSizeGreaterThan(25);
    for (IamStatement statement : statements) {
      assertThat(statement.actions())
          .extracting(IamAction::value)
          .noneMatch(it -> it.contains("*"));
      if (statement.resources().contains(IamResource.ALL)) {
        assertThat(statement.actions())
            .extracting(IamAction::value)
            .allMatch(it -> it.startsWith("xray:"));
      }
    }
  }

  private static String without(String prefix, JsonObject variables) {
    Map<String, JsonElement> others = new TreeMap<>(variables.asMap());
    others.keySet().removeIf(name -> name.startsWith(prefix));
    return others.toString();
  }

  private static Set<String> allDependencies(String urn) {
    Set<String> all = new HashSet<>();
    PLAN.resources().stream()
        .filter(it -> text(it, "urn").equals(urn))
        .flatMap(it -> texts(it, "dependencies").stream())
        .forEach(
            dependency -> {
              all.add(dependency);
              all.addAll(allDependencies(dependency));
            });
    return all;
  }
}
