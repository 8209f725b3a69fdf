package dev.gatehouse.local.cognito.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CsvRowTest {

  @Test
  void commaWithABackslashIsOfTheValue() {
    assertThat(CsvRow.of("Doe\\, Jane,,a\\b").values()).containsExactly("Doe, Jane", "", "a\\b");
  }

  @Test
  void blankValuesAreLeftOut() {
    assertThat(CsvRow.of("a,,c").by(List.of("x", "y", "z"))).isEqualTo(Map.of("x", "a", "z", "c"));
  }
}
