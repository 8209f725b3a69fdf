package dev.gatehouse.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import dev.gatehouse.dynamodb.value.AttributeValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class ConditionTest {

  private static final Map<String, AttributeValue> ITEM =
      TestValues.item(
          """
          {"s": {"S": "hello"}, "n": {"N": "10"}, "b": {"B": "AAEC"}, "t": {"BOOL": true},
           "z": {"NULL": true}, "ss": {"SS": ["a", "b"]}, "ns": {"NS": ["1", "2.50"]},
           "bs": {"BS": ["AA==", "AQ=="]}, "e": {"S": ""}, "u": {"S": "\uD83D\uDE00!"},
           "l": {"L": [{"S": "x"}, {"N": "1"}, {"M": {"k": {"S": "v"}}}]},
           "m": {"M": {"x": {"N": "1.0"}, "y": {"L": [{"S": "q"}]}}}}
          """);

  @ParameterizedTest
  @CsvFileSource(
      resources = "conditions.tsv",
      delimiter = '\t',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void itemMeetsTheConditionOrNot(String expression, @Nullable String values, boolean result) {
    assertThat(condition(expression, values).test(ITEM)).isEqualTo(result);
  }

  @Test
  void missingItemLacksEveryAttribute() {
    assertThat(condition("attribute_not_exists(s)", null).test(Map.of())).isTrue();
    assertThat(condition("attribute_exists(s)", null).test(Map.of())).isFalse();
  }

  @Test
  void pathsComeAsWritten() {
    assertThat(
            condition("size(a.b) > n AND (c[0] IN (d, :v) OR NOT e BETWEEN f AND :v)", N_1).paths())
        .map(Object::toString)
        .containsExactly("[a, b]", "[n]", "[c, [0]]", "[d]", "[e]", "[f]");
  }

  private static final String N_1 = "{\":v\": {\"N\": \"1\"}}";

  private static Condition condition(String expression, @Nullable String values) {
    return ConditionExpression.parse(ExpressionParameter.CONDITION, expression)
        .resolve(TestValues.attributes(null, values));
  }
}
