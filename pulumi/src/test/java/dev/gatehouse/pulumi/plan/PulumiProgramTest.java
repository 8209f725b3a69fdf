package dev.gatehouse.pulumi.plan;

import static dev.gatehouse.pulumi.plan.RecordedPlan.APP;
import static dev.gatehouse.pulumi.plan.RecordedPlan.DIRECTORY;
import static dev.gatehouse.pulumi.plan.RecordedPlan.LOCAL;
import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
  @Tag("extended")
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
