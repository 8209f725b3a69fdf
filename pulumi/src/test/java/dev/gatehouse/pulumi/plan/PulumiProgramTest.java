package dev.gatehouse.pulumi.plan;

import static dev.gatehouse.pulumi.plan.RecordedPlan.APP;
import static dev.gatehouse.pulumi.plan.RecordedPlan.DIRECTORY;
import static dev.gatehouse.pulumi.plan.RecordedPlan.LOCAL;
import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.engine.PreviewResourceMonitor;
import dev.gatehouse.pulumi.plan.engine.Recording;
import dev.gatehouse.pulumi.plan.engine.RecordingEngine;
import dev.gatehouse.pulumi.plan.engine.RecordingFailed;
import dev.gatehouse.pulumi.plan.engine.RegisteredResource;
import dev.gatehouse.pulumi.plan.fake.FakeProvider;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The program, run against an engine that creates nothing: by the recorder, and as Pulumi runs it,
 * in a JVM of its own.
 */
final class PulumiProgramTest {
  private static final PulumiProgram PROGRAM = new PulumiProgram(APP, DIRECTORY, false);
  private static final PlanRecorder RECORDER =
      new PlanRecorder(InlineProgram.app(false), DIRECTORY);

  @Test
  void recorderWritesWhatTheProgramDeclares() {
    assertThat(RecordedPlan.of(PROGRAM, LOCAL).text()).isEqualTo(PLAN.text());
  }

  @Test
  void twoRunsWriteTheSameBytes() {
    assertThat(RecordedPlan.of(LOCAL).text()).isEqualTo(PLAN.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hosted", "hosted-lambda", "lambda", "one-account-per-mailbox", "pictures"})
  void twoRunsOfAVariantWriteTheSameBytes(String name) {
    assertThat(RecordedPlan.of(PlanVariants.settings(name)).text())
        .isEqualTo(PlanVariants.variant(name).text());
  }

  @Test
  @Tag("extended")
  void localeWithDigitsOfItsOwnChangesNothing(@TempDir Path target) throws Exception {
    ProcessBuilder recorder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.util.concurrent.ForkJoinPool.common.parallelism=4",
            "--class-path",
            System.getProperty("java.class.path"),
            PlanRecorder.class.getName(),
            "local",
            "src/test/stacks/local.yaml",
            target.toString());
    recorder.environment().put("JDK_JAVA_OPTIONS", "-Duser.language=fa -Duser.country=IR");

    Process process = recorder.inheritIO().start();

    assertThat(process.waitFor()).isZero();
    assertThat(target.resolve("plan.json")).hasContent(PLAN.text());
  }

  /** Returns the plan with every setting changed from its default. */
  private static RecordedPlan allSettingsChanged() {
    return RecordedPlan.of(
        LOCAL
            .with("gatehouse:environmentVariables", "{\"USERS_TABLE\":\"mine\",\"EXTRA\":\"1\"}")
            .with("gatehouse:emailAllowlist", "reject")
            .with("gatehouse:emailAllow", "[\"example.com\",\"a@example.org\"]")
            .with("gatehouse:emailDeny", "[\"example.net\"]")
            .with("gatehouse:productName", "Other")
            .with("gatehouse:stageName", "v1")
            .with("gatehouse:logRetentionInDays", "30")
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
  void settingsChangeTheResources() {
    RecordedPlan changed = allSettingsChanged();

    // A configured variable overrides the computed one.
    assertThat(text(changed.variables("post-confirmation"), "USERS_TABLE")).isEqualTo("mine");
    assertThat(text(changed.variables("pre-sign-up"), "EMAIL_ALLOW"))
        .isEqualTo("example.com,a@example.org");
    assertThat(text(changed.variables("pre-sign-up"), "EMAIL_DENY")).isEqualTo("example.net");
    assertThat(text(changed.variables("pre-sign-up"), "EMAIL_ALLOWLIST")).isEqualTo("reject");
    assertThat(text(changed.variables("pre-sign-up"), "EXTRA")).isEqualTo("1");
    assertThat(text(changed.variables("custom-message"), "PRODUCT_NAME")).isEqualTo("Other");
    JsonObject function = inputs(changed.function("api"));
    assertThat(text(function, "runtime")).isEqualTo("java21");
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
  void onlyTheLogRoleOfTheAccountIsLeftBehind() {
    assertThat(PLAN.resources())
        .filteredOn(it -> it.get("retainOnDelete").getAsBoolean())
        .extracting(it -> text(it, "name"))
        .containsExactlyInAnyOrder("api-gateway-logs", "api-gateway-logs", "api-gateway-logs");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gatehouse:domainName  |     | gatehouse:domainName is not set: pulumi config set"
            + " domainName",
        "gatehouse:lambdaMemory | lots | gatehouse:lambdaMemory is lots, but must be 256 to 10240"
      })
  void invalidSettingExitsWith32AndOneMessageBeforeAnyResource(
      String key, @Nullable String value, String sentence) {
    Recording recording = new Recording();

    Program.Exit exit = RECORDER.run(LOCAL.with(key, value == null ? "" : value), recording);

    assertThat(exit.code()).isEqualTo(32);
    assertThat(recording.errors()).hasSize(1).allMatch(it -> it.startsWith(sentence));
    assertThat(recording.errors()).allMatch(it -> it.lines().count() == 1);
    assertThat(recording.resources()).filteredOn(RegisteredResource::custom).isEmpty();
  }

  @Test
  void refusalIsNoStackTraceInTheOutput() {
    Recording recording = new Recording();

    Program.Exit exit =
        new PlanRecorder(PROGRAM, DIRECTORY)
            .run(LOCAL.with("gatehouse:lambdaMemory", "lots"), recording);

    assertThat(exit.code()).isEqualTo(32);
    assertThat(recording.errors())
        .singleElement()
        .asString()
        .startsWith("gatehouse:lambdaMemory is lots, but must be 256 to 10240");
    assertThat(exit.output()).doesNotContain("\tat ", "SEVERE", "lambdaMemory");
    assertThat(recording.resources()).filteredOn(RegisteredResource::custom).isEmpty();
  }

  @Test
  void failureHasTheMessageOfTheProgram() {
    assertThatThrownBy(() -> RECORDER.record(LOCAL.with("gatehouse:emailAddressArn", "")))
        .isInstanceOf(RecordingFailed.class)
        .hasMessageStartingWith("gatehouse:emailAddressArn is not set");
  }

  @Test
  void misspelledKeyIsRefusedWithTheKeyThatWasMeant() {
    assertThatThrownBy(() -> RECORDER.record(LOCAL.with("gatehouse:emailAlow", "[\"a.example\"]")))
        .hasMessage(
            "gatehouse:emailAlow is not a setting, but emailAllow is: pulumi config rm emailAlow");
  }

  @Test
  void missingMainClassFailsWithItsName() {
    assertThatThrownBy(
            () ->
                new PlanRecorder(
                        new PulumiProgram("dev.gatehouse.None", DIRECTORY, false), DIRECTORY)
                    .record(LOCAL))
        .isInstanceOf(RecordingFailed.class)
        .hasMessageContaining("dev.gatehouse.None");
  }

  /** No id and no ARN is known in the preview of a new stack. */
  @Test
  void previewOfANewStackRegistersTheSameResources() {
    PreviewResourceMonitor monitor =
        new PreviewResourceMonitor(new FakeProvider("us-east-1", "000000000000"));
    Recording log = new Recording();

    try (RecordingEngine engine = RecordingEngine.start(log, monitor)) {
      Program.Exit exit = InlineProgram.app(true).run(LOCAL, engine.address());

      assertThat(log.errors()).isEmpty();
      assertThat(exit.code()).isZero();
    }
    List<String> planned =
        PLAN.resources().stream().map(it -> text(it, "type") + "::" + text(it, "name")).toList();
    assertThat(monitor.inputsByTypeAndName().keySet()).containsExactlyInAnyOrderElementsOf(planned);
  }
}
