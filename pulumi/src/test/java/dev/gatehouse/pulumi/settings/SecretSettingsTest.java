package dev.gatehouse.pulumi.settings;

import static dev.gatehouse.pulumi.settings.LocalStackConfig.LOCAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.core.Output;
import com.pulumi.core.internal.Internal;
import dev.gatehouse.pulumi.plan.StackSettings;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SecretSettingsTest {
  @Test
  void variablesOfASecretStaySecret() {
    SecretSettings secrets =
        secrets(
            LOCAL
                .with("gatehouse:environmentVariables", "{\"TOKEN\":\"t\"}")
                .with("gatehouse:emailDeny", "[\"jane@example.net\"]"),
            "environmentVariables",
            "emailDeny");

    assertThat(isSecret(secrets.variable("TOKEN", Output.of("t")))).isTrue();
    assertThat(isSecret(secrets.variable("EMAIL_DENY", Output.of("jane@example.net")))).isTrue();
    assertThat(isSecret(secrets.variable("EMAIL_ALLOW", Output.of("example.com")))).isFalse();
  }

  @Test
  void addressForAlarmsStaysSecret() {
    StackSettings alarms = LOCAL.with("gatehouse:alarmEmail", "ops@example.com");

    assertThat(isSecret(secrets(alarms, "alarmEmail").output("alarmEmail", "ops"))).isTrue();
    assertThat(isSecret(secrets(alarms).output("alarmEmail", "ops"))).isFalse();
  }

  @Test
  void secretThatAwsWouldShowIsRefused() {
    assertThatThrownBy(() -> secrets(LOCAL, "domainName"))
        .isInstanceOf(SettingInvalid.class)
        .hasMessage(
            "gatehouse:domainName is a secret, but AWS shows it to whoever may read the account:"
                + " pulumi config set --plaintext domainName api.example.com");
  }

  @Test
  void messageAboutASecretDoesNotContainIt() {
    StackSettings malformed = LOCAL.with("gatehouse:environmentVariables", "[\"hunter2\"]");

    assertThatThrownBy(() -> secrets(malformed, "environmentVariables"))
        .hasMessageStartingWith("gatehouse:environmentVariables is a secret, but must be an object")
        .hasMessageNotContaining("hunter2");
  }

  private static SecretSettings secrets(StackSettings settings, String... keys) {
    return LocalStackConfig.config(settings, Set.of(keys)).secrets();
  }

  private static boolean isSecret(Output<?> output) {
    return Internal.of(output).isSecret().join();
  }
}
