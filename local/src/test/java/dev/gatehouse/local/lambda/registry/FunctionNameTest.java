package dev.gatehouse.local.lambda.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionNameTest {

  private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:f";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f",
        "function:f",
        "000000000000:function:f",
        "us-east-1:000000000000:function:f",
        "arn:aws:lambda:us-east-1:000000000000:function:f"
      })
  void everyFormMatchesTheFunction(String text) {
    assertThat(FunctionName.parse(text))
        .hasValueSatisfying(
            name -> {
              assertThat(name.matches(ARN)).isTrue();
              assertThat(name.qualifier()).isNull();
            });
    assertThat(FunctionName.parse(text + ":live"))
        .hasValueSatisfying(
            name -> {
              assertThat(name.matches(ARN)).isTrue();
              assertThat(name.qualifier()).isEqualTo("live");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "g",
        "999999999999:function:f",
        "arn:aws:lambda:eu-west-1:000000000000:function:f",
        "arn:aws:lambda:us-east-1:999999999999:function:f"
      })
  void otherNameRegionOrAccountDoesNotMatch(String text) {
    assertThat(FunctionName.parse(text))
        .hasValueSatisfying(name -> assertThat(name.matches(ARN)).isFalse());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":live", "f g", "f:", "f:a:b", "arn:aws:s3:::f", "../f"})
  void otherTextsAreNotNames(String text) {
    assertThat(FunctionName.parse(text)).isEmpty();
  }

  @Test
  void latestIsAQualifier() {
    assertThat(FunctionName.parse("f:$LATEST"))
        .hasValueSatisfying(name -> assertThat(name.qualifier()).isEqualTo("$LATEST"));
  }
}
