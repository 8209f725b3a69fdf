package dev.gatehouse.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The texts with which AWS refuses expressions, one row of a file for each. */
final class ExpressionErrorsTest {

  @ParameterizedTest
  @CsvFileSource(
      resources = "syntax-errors.tsv",
      delimiter = '\t',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void textOfAnExpressionIsRefusedBeforeItsPlaceholders(
      ExpressionParameter parameter, String expression, String text) {
    assertThat(TestValues.outcome(() -> parse(parameter, expression)))
        .isEqualTo("Invalid " + parameter.parameterName() + ": " + text);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "operand-errors.tsv",
      delimiter = '\t',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void operandsAreCheckedWithoutAnItem(
      ExpressionParameter parameter,
      String expression,
      @Nullable String names,
      @Nullable String values,
      String text) {
    ExpressionAttributes attributes = TestValues.attributes(names, values);
    String expected =
        text.equals("OK") ? text : "Invalid " + parameter.parameterName() + ": " + text;
    assertThat(TestValues.outcome(() -> resolve(parameter, expression, attributes)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "syntax-kinds.tsv",
      delimiter = '\t',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void firstCheckThatFailsIsNamed(ExpressionParameter parameter, String expression, String text) {
    assertThat(TestValues.outcome(() -> parse(parameter, expression)))
        .startsWith("Invalid " + parameter.parameterName() + ": " + text);
  }

  static ParsedExpression parse(ExpressionParameter parameter, String expression) {
    return switch (parameter) {
      case KEY_CONDITION -> KeyConditionExpression.parse(expression);
      case PROJECTION -> ProjectionExpression.parse(expression);
      case UPDATE -> UpdateExpression.parse(expression);
      default -> ConditionExpression.parse(parameter, expression);
    };
  }

  static Object resolve(
      ExpressionParameter parameter, String expression, ExpressionAttributes attributes) {
    return switch (parse(parameter, expression)) {
      case ConditionExpression condition -> condition.resolve(attributes);
      case KeyConditionExpression key -> key.resolve(attributes);
      case ProjectionExpression projection -> projection.resolve(attributes);
      case UpdateExpression update -> update.resolve(attributes);
    };
  }
}
