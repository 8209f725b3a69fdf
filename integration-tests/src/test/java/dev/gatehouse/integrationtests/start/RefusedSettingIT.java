package dev.gatehouse.integrationtests.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.emulator.ModifiedPlan;
import dev.gatehouse.integrationtests.project.Repository;
import dev.gatehouse.integrationtests.project.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that the functions refuse, which the Pulumi program does not read so closely. */
@Tag("extended")
class RefusedSettingIT {
  @TempDir Path folder = Path.of("");

  @Test
  void listEntryThatPreSignUpRefusesStopsTheStart() throws Exception {
    settingThatAFunctionRefusesStopsTheStart(
        "pre-sign-up", "EMAIL_ALLOW", "*.exa_mple", "emailAllow");
  }

  @ParameterizedTest
  @Tag("nightly")
  @CsvSource({
    "custom-message,      EMAIL_DENY,      jane@,             emailDeny",
    "custom-message,      DEFAULT_LOCALE,  xx,                defaultLocale",
    "custom-email-sender, REPLY_TO,        help@@example.com, replyTo"
  })
  void anotherSettingThatAFunctionRefusesStopsTheStartToo(
      String function, String variable, String value, String key) throws Exception {
    settingThatAFunctionRefusesStopsTheStart(function, variable, value, key);
  }

  @ParameterizedTest
  @CsvSource({
    "custom-message,      BRAND_COLOR,     blue,                                brandColor",
    "custom-email-sender, FROM_ADDRESS,    J\u00e4ne <no-reply@gatehouse.test>, from"
  })
  void settingThatAFunctionRefusesStopsTheStart(
      String function, String variable, String value, String key) throws Exception {
    Shell.Result result = startWith(function, variable, value);

    assertThat(result.output()).doesNotContain("ready");
    assertStopped(result, function, variable, value, key);
  }

  /** It starts when the emulator is ready, since no client waits for it. */
  @Test
  void settingThatReconcileRefusesStopsTheEmulatorSoonAfterItsStart() throws Exception {
    String variable = "RECONCILE_DIFFERENCES";

    Shell.Result result = startWith("reconcile", variable, "mend");

    assertStopped(result, "reconcile", variable, "mend", "reconcileDifferences");
  }

  private Shell.Result startWith(String function, String variable, String value) throws Exception {
    ModifiedPlan plan = ModifiedPlan.copyOf(function.contains("sender") ? "lambda" : "hosted");
    plan.variables(function).addProperty(variable, value);
    Path file = Files.writeString(folder.resolve("plan.json"), plan.plan().toString());

    return Shell.run(
        Repository.ROOT,
        Map.of(),
        "local/target/start",
        "--api-port=0",
        "--aws-port=0",
        "--demo-port=0",
        "--plan=" + file);
  }

  private static void assertStopped(
      Shell.Result result, String function, String variable, String value, String key) {
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output()).doesNotContain("\tat ", value);
    assertThat(result.lastLine())
        .contains(function + " cannot start: " + variable + " ")
        .endsWith(": correct gatehouse:%s in pulumi/Pulumi.local.yaml".formatted(key));
  }
}
