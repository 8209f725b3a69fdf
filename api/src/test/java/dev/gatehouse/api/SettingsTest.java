package dev.gatehouse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final Map<String, String> COMPLETE =
      Map.of("COGNITO_CLIENT_ID", "1example23456789", "AWS_REGION", "us-east-1");

  @Test
  void settingsComeFromTheEnvironment() {
    assertThat(Settings.from(COMPLETE)).isEqualTo(new Settings("1example23456789", "us-east-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"COGNITO_CLIENT_ID", "AWS_REGION"})
  void missingOrBlankSettingIsNamed(String name) {
    Map<String, String> environment = new HashMap<>(COMPLETE);
    environment.remove(name);
    assertThatThrownBy(() -> Settings.from(environment)).hasMessageStartingWith(name);
    environment.put(name, " ");
    assertThatThrownBy(() -> Settings.from(environment)).hasMessageStartingWith(name);
  }

  @Test
  void functionDoesNotStartWithoutItsEnvironment() {
    assertThatThrownBy(ApiHandler::new)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is not set");
  }
}
