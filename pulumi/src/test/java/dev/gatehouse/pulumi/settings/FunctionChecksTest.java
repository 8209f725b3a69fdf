package dev.gatehouse.pulumi.settings;

import static dev.gatehouse.pulumi.settings.LocalStackConfig.LOCAL;
import static dev.gatehouse.pulumi.settings.LocalStackConfig.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FunctionChecksTest {
  @ParameterizedTest
  @CsvSource({
    "EMAIL_DISPOSABLE_EXTRA, emailDisposableExtra",
    "EMAIL_MODE,             emailMode",
    "PRODUCT_NAME,           productName",
    "CORS_ORIGINS,           corsOrigins"
  })
  void variableWithASettingOfItsOwnIsRefused(String variable, String key) {
    assertThatThrownBy(
            () ->
                config(
                    LOCAL.with(
                        "gatehouse:environmentVariables", "{\"%s\":\"x\"}".formatted(variable))))
        .isInstanceOf(SettingInvalid.class)
        .hasMessage(
            "gatehouse:environmentVariables contains %s, which has a setting of its own, %s: pulumi"
                    .formatted(variable, key)
                + " config rm --path environmentVariables."
                + variable);
  }

  @Test
  void otherVariableOfAFunctionMayBeOverridden() {
    assertThat(
            config(LOCAL.with("gatehouse:environmentVariables", "{\"USERS_TABLE\":\"mine\"}"))
                .functions()
                .environmentVariables())
        .containsEntry("USERS_TABLE", "mine");
  }
}
