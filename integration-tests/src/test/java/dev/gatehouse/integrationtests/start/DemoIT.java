package dev.gatehouse.integrationtests.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.ModifiedPlan;
import dev.gatehouse.integrationtests.project.Repository;
import dev.gatehouse.integrationtests.project.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code make demo} with email rules that refuse its usual address. */
@Tag("extended")
class DemoIT {
  @TempDir Path folder = Path.of("");

  private LocalEmulator start(String variable, String value, String... more) throws IOException {
    ModifiedPlan plan = ModifiedPlan.copy();
    for (String function : new String[] {"pre-sign-up", "custom-message"}) {
      JsonObject rules = plan.variables(function);
      rules.addProperty(variable, value);
      if (more.length == 2) {
        rules.addProperty(more[0], more[1]);
      }
    }
    return plan.start(folder);
  }

  private static Shell.Result demo(LocalEmulator emulator, String email)
      throws IOException, InterruptedException {
    return Shell.run(
        Repository.ROOT, Map.of("AWS", emulator.aws().toString(), "EMAIL", email), "local/demo");
  }

  @Test
  void demoSignsUpAnAddressThatTheAllowListNames() throws Exception {
    try (LocalEmulator emulator =
        start("EMAIL_ALLOWLIST", "reject", "EMAIL_ALLOW", "acme.test,*.acme.test")) {
      Shell.Result result = demo(emulator, "");

      assertThat(result.output()).contains("@acme.test", "Done.");
      assertThat(result.exitCode()).isZero();
    }
  }

  @Test
  void refusedAddressIsToldItsRuleAndWhatToDo() throws Exception {
    try (LocalEmulator emulator = start("EMAIL_DENY", "example.com")) {
      Shell.Result result = demo(emulator, "");

      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.output())
          .contains("was refused with EMAIL_NOT_ALLOWED by the rule deny (docs/email-rules.md).");
      assertThat(result.lastLine()).contains("make demo EMAIL=");
      assertThat(demo(emulator, "jane@acme.test").output()).contains("Done.");
      assertThat(demo(emulator, "jane@acme.test").lastLine()).contains("has an account");
    }
  }
}
