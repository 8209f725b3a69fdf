package dev.gatehouse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiSettingsTest {
  private static final Map<String, String> COMPLETE =
      Map.of("COGNITO_CLIENT_ID", "1example23456789", "AWS_REGION", "us-east-1");

  @Test
  void settingsAreReadFromTheEnvironment() {
    assertThat(ApiSettings.from(new FunctionSettings(COMPLETE)))
        .isEqualTo(new ApiSettings("1example23456789", "us-east-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"COGNITO_CLIENT_ID", "AWS_REGION"})
  void missingOrBlankSettingIsReported(String name) {
    Map<String, String> environment = new HashMap<>(COMPLETE);
    environment.remove(name);
    assertThatThrownBy(() -> ApiSettings.from(new FunctionSettings(environment)))
        .hasMessageStartingWith(name);
    environment.put(name, " ");
    assertThatThrownBy(() -> ApiSettings.from(new FunctionSettings(environment)))
        .hasMessageStartingWith(name);
  }

  @Test
  void functionDoesNotStartWithoutItsEnvironment() {
    assertThatThrownBy(ApiHandler::new)
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("is not set");
  }
}
