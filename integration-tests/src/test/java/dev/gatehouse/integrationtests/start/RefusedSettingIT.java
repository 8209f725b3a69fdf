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
  @CsvSource({
    "custom-message,      EMAIL_DENY,      jane@,                       emailDeny",
    "custom-message,      DEFAULT_LOCALE,  xx,                          defaultLocale",
    "custom-message,      BRAND_COLOR,     blue,                        brandColor",
    "custom-email-sender, FROM_ADDRESS,    J\u00e4ne <no-reply@gatehouse.test>, from",
    "custom-email-sender, REPLY_TO,        help@@example.com,           replyTo"
  })
  void settingThatAFunctionRefusesStopsTheStart(
      String function, String variable, String value, String key) throws Exception {
    ModifiedPlan plan = ModifiedPlan.copyOf(function.contains("sender") ? "lambda" : "hosted");
    plan.variables(function).addProperty(variable, value);
    Path file = Files.writeString(folder.resolve("plan.json"), plan.plan().toString());

    Shell.Result result =
        Shell.run(
            Repository.ROOT,
            Map.of(),
            "local/target/start",
            "--api-port=0",
            "--aws-port=0",
            "--plan=" + file);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output()).doesNotContain("ready", "\tat ", value);
    assertThat(result.lastLine())
        .contains(function + " cannot start: " + variable + " ")
        .endsWith(": correct gatehouse:%s in pulumi/Pulumi.local.yaml".formatted(key));
  }
}
