package dev.gatehouse.local.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PulumiInputsTest {

  @ParameterizedTest
  @ValueSource(strings = {"null", "false", "\"false\"", "\"\"", "[]", "{}", "{\"a\":false}"})
  void emptyValueCountsAsUnset(String json) {
    assertThat(PulumiInputs.isUnset(JsonParser.parseString(json))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "0", "\"text\"", "[\"\"]", "{\"a\":1}"})
  void otherValueCountsAsSet(String json) {
    assertThat(PulumiInputs.isUnset(JsonParser.parseString(json))).isFalse();
  }
}
