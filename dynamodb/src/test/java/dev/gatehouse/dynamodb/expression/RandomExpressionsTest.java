package dev.gatehouse.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.ErrorType;
import dev.gatehouse.dynamodb.expression.key.KeyConditionReader;
import dev.gatehouse.dynamodb.expression.key.TestKeys;
import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import dev.gatehouse.dynamodb.value.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Expressions made at random, with the same seed in every run. */
final class RandomExpressionsTest {

  private static final int EXPRESSIONS = 10_000;

  private static final List<String> TOKENS =
      List.of(
          "a",
          "b",
          "pk",
          "l[0]",
          "m.x",
          "#n",
          "#q",
          ":s",
          ":n",
          ":l",
          ":ss",
          ":q",
          "=",
          "<>",
          "<",
          ">=",
          "BETWEEN",
          "AND",
          "and",
          "OR",
          "NOT",
          "IN",
          "(",
          ")",
          ",",
          ".",
          "[",
          "]",
          "+",
          "-",
          "1",
          "00",
          "SET",
          "REMOVE",
          "ADD",
          "DELETE",
          "size(",
          "contains(",
          "begins_with(",
          "attribute_exists(",
          "attribute_type(",
          "if_not_exists(",
          "list_append(",
          "foo(",
          "status",
          "_",
          "!",
          "\"",
          "\u00E9",
          "\uD83D",
          " ",
          "\t");

  private static final List<String> WHOLE =
      List.of(
          "a = :s AND contains(l, :n) OR NOT (size(m.x) > :n)",
          "#n BETWEEN :n AND :n AND attribute_type(a, :s)",
          "a IN (:s, :n, b) AND begins_with(#n, :s)",
          "SET a = if_not_exists(b, :n) + :n, l[0] = :s REMOVE m.x ADD n :n DELETE s :ss",
          "SET l = list_append(l, :l), m.y = a - :n",
          "a, l[0], m.x, #n",
          "pk = :s AND sk < :n");

  private static final ExpressionAttributes ATTRIBUTES =
      TestValues.attributes(
          "{\"#n\": \"n\"}",
          """
          {":s": {"S": "S"}, ":n": {"N": "1"}, ":l": {"L": [{"N": "2"}]}, ":ss": {"SS": ["a"]}}
          """);

  private static final Map<String, AttributeValue> ITEM =
      TestValues.item(
          """
          {"a": {"N": "1"}, "b": {"S": "x"}, "l": {"L": [{"N": "1"}]}, "m": {"M": {"x": {"S": "y"}}},
           "n": {"N": "7"}, "s": {"SS": ["a", "b"]}}
          """);

  private final Random random = new Random(20_261_130);

  @Test
  void everyExpressionGivesAResultOrAValidationException() {
    int results = 0;
    int refusals = 0;
    for (int i = 0; i < EXPRESSIONS; i++) {
      String expression = i % 2 == 0 ? ofTokens() : mutated();
      for (ExpressionParameter parameter : ExpressionParameter.values()) {
        try {
          evaluate(parameter, expression);
          results++;
        } catch (DynamoDbException refused) {
          assertThat(refused.type()).as(expression).isEqualTo(ErrorType.VALIDATION);
          assertThat(refused.textOrEmpty()).as(expression).isNotEmpty();
          refusals++;
        }
      }
    }
    assertThat(results).isGreaterThan(EXPRESSIONS / 10);
    assertThat(refusals).isGreaterThan(EXPRESSIONS);
  }

  private static void evaluate(ExpressionParameter parameter, String expression) {
    switch (ExpressionErrorsTest.parse(parameter, expression)) {
      case ConditionExpression condition -> condition.resolve(ATTRIBUTES).test(ITEM);
      case KeyConditionExpression key ->
          KeyConditionReader.read(key.resolve(ATTRIBUTES)).against(TestKeys.key("SN"));
      case ProjectionExpression projection -> projection.resolve(ATTRIBUTES).of(ITEM);
      case UpdateExpression update -> {
        UpdatedItem updated = update.resolve(ATTRIBUTES).apply(ITEM);
        assertThat(ITEM.keySet()).containsAll(updated.updatedOld().keySet());
        assertThat(updated.after().keySet()).containsAll(updated.updatedNew().keySet());
      }
    }
  }

  private String ofTokens() {
    StringBuilder expression = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      expression.append(TOKENS.get(random.nextInt(TOKENS.size())));
      expression.append(random.nextInt(4) == 0 ? "" : " ");
    }
    return expression.toString();
  }

  private String mutated() {
    String whole = WHOLE.get(random.nextInt(WHOLE.size()));
    List<String> parts = new ArrayList<>(List.of(whole.split("(?<=[ ,(])|(?=[ ,(])", -1)));
    for (int i = random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(parts.size());
      switch (random.nextInt(3)) {
        case 0 -> parts.set(at, "");
        case 1 -> parts.set(at, TOKENS.get(random.nextInt(TOKENS.size())));
        default -> parts.add(at, parts.get(random.nextInt(parts.size())));
      }
    }
    return String.join("", parts);
  }

  /** Conditions of which one holds if and only if the other does. */
  @Test
  void negationFollowsDeMorgan() {
    for (int i = 0; i < 2000; i++) {
      String one = leaf();
      String two = leaf();
      assertThat(test("NOT (" + one + " AND " + two + ")"))
          .isEqualTo(test("NOT " + one + " OR NOT " + two))
          .isEqualTo(!(test(one) && test(two)));
      assertThat(test("NOT (" + one + " OR " + two + ")"))
          .isEqualTo(test("NOT " + one + " AND NOT " + two));
      assertThat(test(one + " OR " + two + " AND " + leaf())).isIn(true, test(one));
    }
  }

  private String leaf() {
    List<String> operands = List.of("a", "b", "l", "m", "n", "s", "z", "l[0]", "m.x", "size(b)");
    String left = operands.get(random.nextInt(operands.size() - 1));
    String right = operands.get((operands.indexOf(left) + 1) % operands.size());
    return switch (random.nextInt(5)) {
      case 0 -> "attribute_exists(" + left + ")";
      case 1 -> "contains(" + left + ", " + right + ")";
      case 2 -> left + " IN (" + right + ", :n, :s)";
      case 3 -> left + " BETWEEN :n AND " + right;
      default -> left + " " + List.of("=", "<>", "<", ">=").get(random.nextInt(4)) + " " + right;
    };
  }

  private static boolean test(String expression) {
    return ConditionExpression.parse(ExpressionParameter.FILTER, expression)
        .resolve(ATTRIBUTES)
        .test(ITEM);
  }
}
