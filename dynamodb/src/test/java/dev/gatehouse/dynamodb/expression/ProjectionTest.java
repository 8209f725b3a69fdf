package dev.gatehouse.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class ProjectionTest {

  private static final String ITEM =
      """
      {"a": {"M": {"b": {"N": "1"}, "c": {"N": "2"}, "d": {"N": "3"}}}, "s": {"S": "x"},
       "l": {"L": [{"M": {"x": {"N": "1"}, "y": {"N": "2"}, "z": {"N": "3"}}},
                   {"S": "one"}, {"S": "two"}]}}
      """;

  @ParameterizedTest
  @CsvFileSource(
      resources = "projections.tsv",
      delimiter = '\t',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void projectionKeepsTheNestingAndLeavesGapsOut(String expression, String result) {
    Projection projection =
        ProjectionExpression.parse(expression).resolve(ExpressionAttributes.NONE);
    assertThat(projection.of(TestValues.item(ITEM))).isEqualTo(TestValues.item(result));
  }

  @Test
  void nameWithAPointIsOneAttribute() {
    Projection projection =
        ProjectionExpression.parse("#n").resolve(TestValues.attributes("{\"#n\": \"a.b\"}", null));
    assertThat(projection.of(TestValues.item("{\"a.b\": {\"N\": \"1\"}}"))).hasSize(1);
    assertThat(projection.of(TestValues.item(ITEM))).isEmpty();
    assertThat(projection.attributes()).containsExactly("a.b");
  }
}
