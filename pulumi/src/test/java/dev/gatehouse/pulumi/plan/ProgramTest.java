package dev.gatehouse.pulumi.plan;

import static dev.gatehouse.pulumi.plan.Recorded.APP;
import static dev.gatehouse.pulumi.plan.Recorded.LOCAL;
import static dev.gatehouse.pulumi.plan.Recorded.PLAN;
import static dev.gatehouse.pulumi.plan.Recorded.inputs;
import static dev.gatehouse.pulumi.plan.Recorded.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the program as Pulumi runs it, in a JVM of its own, against an engine that creates nothing.
 */
final class ProgramTest {
  @Test
  void twoRunsWriteTheSameBytes() {
    assertThat(Recorded.of(LOCAL).text()).isEqualTo(PLAN.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hosted", "hosted-lambda", "lambda", "unique"})
  void twoRunsOfAVariantWriteTheSameBytes(String name) {
    assertThat(Recorded.of(Variants.settings(name)).text())
        .isEqualTo(Variants.variant(name).text());
  }

  /** Records the program with every setting at another value than its default. */
  private static Recorded changedThroughout() {
    return Recorded.of(
        LOCAL
            .with("gatehouse:environmentVariables", "{\"USERS_TABLE\":\"mine\",\"EXTRA\":\"1\"}")
            .with("gatehouse:emailMode", "allowlist")
            .with("gatehouse:emailAllow", "[\"example.com\",\"a@example.org\"]")
            .with("gatehouse:emailDeny", "[\"example.net\"]")
            .with("gatehouse:productName", "Other")
            .with("gatehouse:stageName", "v1")
            .with("gatehouse:logRetentionInDays", "30")
            .with("gatehouse:lambdaRuntime", "java25")
            .with("gatehouse:lambdaArchitecture", "x86_64")
            .with("gatehouse:lambdaMemory", "2048")
            .with("gatehouse:snapStart", "false")
            .with("gatehouse:protectData", "false")
            .with("gatehouse:sesIdentityPolicy", "false")
            .with("gatehouse:disableExecuteApiEndpoint", "false")
            .with("gatehouse:passwordMinimumLength", "12")
            .with("gatehouse:accessTokenMinutes", "15")
            .with("gatehouse:idTokenMinutes", "20")
            .with("gatehouse:refreshTokenDays", "7")
            .with("aws:region", "eu-west-1"));
  }

  @Test
  void everySettingReachesTheAccount() {
    Recorded changed = changedThroughout();

    // The configured value wins over the computed one.
    assertThat(text(changed.variables("post-confirmation"), "USERS_TABLE")).isEqualTo("mine");
    assertThat(text(changed.variables("pre-sign-up"), "EMAIL_ALLOW"))
        .isEqualTo("example.com,a@example.org");
    assertThat(text(changed.variables("pre-sign-up"), "EMAIL_DENY")).isEqualTo("example.net");
    assertThat(text(changed.variables("pre-sign-up"), "EMAIL_MODE")).isEqualTo("allowlist");
    assertThat(text(changed.variables("pre-sign-up"), "EXTRA")).isEqualTo("1");
    assertThat(text(changed.variables("custom-message"), "PRODUCT_NAME")).isEqualTo("Other");
    JsonObject function = inputs(changed.function("api"));
    assertThat(text(function, "runtime")).isEqualTo("java25");
    assertThat(function.get("architectures").toString()).isEqualTo("[\"x86_64\"]");
    assertThat(function.get("memorySize").getAsInt()).isEqualTo(2048);
    assertThat(function.has("snapStart")).isFalse();
    assertThat(changed.ofType("aws:cloudwatch/logGroup:LogGroup"))
        .allMatch(it -> inputs(it).get("retentionInDays").getAsInt() == 30);
    assertThat(text(changed.plan().getAsJsonObject("outputs"), "invokeUrl"))
        .endsWith(".execute-api.eu-west-1.amazonaws.com/v1");
    JsonObject client = inputs(changed.only("aws:cognito/userPoolClient:UserPoolClient"));
    assertThat(client.get("accessTokenValidity").getAsInt()).isEqualTo(15);
    assertThat(client.get("idTokenValidity").getAsInt()).isEqualTo(20);
    assertThat(client.get("refreshTokenValidity").getAsInt()).isEqualTo(7);
    assertThat(
            inputs(changed.only("aws:cognito/userPool:UserPool")).get("passwordPolicy").toString())
        .contains("\"minimumLength\":12");
    assertThat(changed.resources()).noneMatch(it -> it.get("protect").getAsBoolean());
    assertThat(text(inputs(changed.only("aws:cognito/userPool:UserPool")), "deletionProtection"))
        .isEqualTo("INACTIVE");
    assertThat(changed.ofType("aws:ses/identityPolicy:IdentityPolicy")).isEmpty();
  }

  @Test
  void poolAndTableOutliveTheStack() {
    Recording recording = new PlanRecorder(APP, Path.of(".")).record(LOCAL);

    assertThat(recording.resources())
        .filteredOn(Declared::retainOnDelete)
        .extracting(Declared::name)
        .containsExactlyInAnyOrder("people", "users", "api-access", "api-access", "api-access");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gatehouse:domainName  |     | gatehouse:domainName is not set: pulumi config set"
            + " domainName",
        "gatehouse:lambdaMemory | lots | gatehouse:lambdaMemory is lots, but must be 128 to 10240"
      })
  void badSettingEndsWith32AndOneSentenceBeforeAnythingIsDeclared(
      String key, @Nullable String value, String sentence) {
    Recording recording = new Recording();

    Program.Ended ended =
        new PlanRecorder(APP, Path.of("."))
            .run(LOCAL.with(key, value == null ? "" : value), recording);

    assertThat(ended.exitCode()).isEqualTo(32);
    assertThat(recording.errors()).hasSize(1).allMatch(it -> it.startsWith(sentence));
    assertThat(recording.errors()).allMatch(it -> it.lines().count() == 1);
    assertThat(ended.written()).doesNotContain("\tat ");
    assertThat(recording.resources()).isEmpty();
  }

  @Test
  void failureIsToldInTheWordsOfTheProgram() {
    PlanRecorder recorder = new PlanRecorder(APP, Path.of("."));

    assertThatThrownBy(() -> recorder.record(LOCAL.with("gatehouse:emailAddressArn", "")))
        .isInstanceOf(RecordingFailed.class)
        .hasMessageStartingWith("The program ended with 32: gatehouse:emailAddressArn is not set");
  }

  @Test
  void programThatDoesNotExistIsToldWithWhatJavaSays() {
    assertThatThrownBy(() -> new PlanRecorder("dev.gatehouse.None", Path.of(".")).record(LOCAL))
        .isInstanceOf(RecordingFailed.class)
        .hasMessageContaining("dev.gatehouse.None");
  }

  /** Pulumi previews first, when no id and no ARN is known yet. */
  @Test
  void previewOfANewStackDeclaresTheSameResources() {
    PreviewMonitor monitor = new PreviewMonitor();
    Recording log = new Recording();

    try (RecordingEngine engine = RecordingEngine.start(log, monitor)) {
      Program.Ended ended =
          new Program(APP, Path.of(".").toAbsolutePath(), true).run(LOCAL, engine.address());

      assertThat(log.errors()).isEmpty();
      assertThat(ended.exitCode()).isZero();
    }
    List<String> planned =
        PLAN.resources().stream().map(it -> text(it, "type") + "::" + text(it, "name")).toList();
    assertThat(monitor.inputsByTypeAndName.keySet()).containsExactlyInAnyOrderElementsOf(planned);
  }
}
