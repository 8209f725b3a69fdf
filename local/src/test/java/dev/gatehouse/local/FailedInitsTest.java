package dev.gatehouse.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailedInitsTest {
  private static final StackFile STACK =
      new StackFile(
          "pulumi/Pulumi.local.yaml", "gatehouse", "config:\n  from:\n  emailAllow:\n  replyTo:\n");

  @Test
  void functionsWithTheSameErrorShareALineThatNamesTheSetting() {
    Map<String, String> errors = new LinkedHashMap<>();
    errors.put("pre-sign-up", "EMAIL_ALLOW entry 1 is wrong");
    errors.put("custom-message", "EMAIL_ALLOW entry 1 is wrong");

    assertThat(new FailedInits(errors).describe(STACK))
        .isEqualTo(
            "pre-sign-up, custom-message cannot start: EMAIL_ALLOW entry 1 is wrong: correct"
                + " gatehouse:emailAllow in pulumi/Pulumi.local.yaml");
  }

  @Test
  void errorOfNoSettingNamesTheLog() {
    assertThat(
            new FailedInits(Map.of("api", "Class not found: dev.gatehouse.Nothing"))
                .describe(STACK))
        .isEqualTo(
            "api cannot start: Class not found: dev.gatehouse.Nothing: see"
                + " local/target/logs/api.log");
  }

  @Test
  void settingOfAVariableIsTheLongestKeyThatIsDeclared() {
    assertThat(STACK.key("EMAIL_ALLOW")).contains("gatehouse:emailAllow");
    assertThat(STACK.key("EMAIL_ALLOW_FILE")).contains("gatehouse:emailAllow");
    assertThat(STACK.key("FROM_ADDRESS")).contains("gatehouse:from");
    assertThat(STACK.key("REPLY_TO")).contains("gatehouse:replyTo");
    assertThat(STACK.key("USERS_TABLE")).isEmpty();
  }
}
