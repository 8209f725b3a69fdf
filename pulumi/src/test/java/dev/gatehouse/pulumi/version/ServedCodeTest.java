package dev.gatehouse.pulumi.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServedCodeTest {
  @ParameterizedTest
  @CsvSource({"'', 2", "2, 3", "41, 42", "spring, 2", "1234567890, 2"})
  void nextWordOfTheSettingIsAnother(String deployment, String next) {
    assertThat(ServedCode.nextWord(deployment)).isEqualTo(next);
  }
}
