package dev.gatehouse.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortTest {

  @Test
  void optionGoesBeforeTheEnvironmentAndThatBeforeTheDefault() {
    Map<String, String> set = Map.of("GATEHOUSE_API_PORT", "1");
    assertThat(Port.API.choose("2", set)).isEqualTo(2);
    assertThat(Port.API.choose(null, set)).isEqualTo(1);
    assertThat(Port.API.choose(null, Map.of())).isEqualTo(8080);
    assertThat(Port.AWS.choose(null, Map.of("GATEHOUSE_AWS_PORT", ""))).isEqualTo(4566);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536", "abc", "80 80", "99999999999"})
  void whatIsNoPortIsSaidWithTheNameOfTheSetting(String text) {
    assertThatThrownBy(() -> Port.AWS.choose(null, Map.of("GATEHOUSE_AWS_PORT", text)))
        .isInstanceOf(CannotStart.class)
        .hasMessage(
            "GATEHOUSE_AWS_PORT is \"%s\"; expected a port from 0 to 65535, 0 for any free one",
            text);
    assertThatThrownBy(() -> Port.API.choose(text, Map.of())).hasMessageStartingWith("--api-port");
  }
}
