package dev.gatehouse.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortOptionTest {

  @Test
  void optionPrecedesEnvironmentAndDefault() {
    Map<String, String> set = Map.of("GATEHOUSE_API_PORT", "1");
    assertThat(PortOption.API.resolve("2", set)).isEqualTo(2);
    assertThat(PortOption.API.resolve(null, set)).isEqualTo(1);
    assertThat(PortOption.API.resolve(null, Map.of())).isEqualTo(8080);
    assertThat(PortOption.AWS.resolve(null, Map.of("GATEHOUSE_AWS_PORT", ""))).isEqualTo(4566);
  }

  @Test
  void portForTlsHasNoDefault() {
    assertThat(PortOption.HTTPS.resolveIfSet(null, Map.of())).isEmpty();
    assertThat(PortOption.HTTPS.resolveIfSet("0", Map.of())).hasValue(0);
    assertThat(PortOption.HTTPS.resolveIfSet(null, Map.of("GATEHOUSE_HTTPS_PORT", "8443")))
        .hasValue(8443);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536", "abc", "80 80", "99999999999"})
  void invalidPortIsRefusedWithTheNameOfTheSetting(String text) {
    assertThatThrownBy(() -> PortOption.AWS.resolve(null, Map.of("GATEHOUSE_AWS_PORT", text)))
        .isInstanceOf(StartupFailed.class)
        .hasMessage(
            "GATEHOUSE_AWS_PORT is \"%s\"; expected a port from 0 to 65535, 0 for any free one",
            text);
    assertThatThrownBy(() -> PortOption.API.resolve(text, Map.of()))
        .hasMessageStartingWith("--api-port");
  }
}
