package dev.gatehouse.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import dev.gatehouse.dynamodb.value.AttributeValue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ExpressionLimitsTest {

  private static final String REDUNDANT =
      "Invalid ConditionExpression: The expression has redundant parentheses;";
  private static final int LARGEST = 4096;
  private static final long SMALL_STACK = 512 * 1024;

  private static final ExpressionAttributes V =
      ExpressionAttributes.of(null, Map.of(":v", new AttributeValue.N(BigDecimal.ONE)));

  @ParameterizedTest
  @EnumSource(ExpressionParameter.class)
  void expressionHas4096BytesAtMost(ExpressionParameter parameter) {
    String prefix =
        "Invalid "
            + parameter.parameterName()
            + ": Expression size has exceeded the"
            + " maximum allowed size;";
    boolean namingSize =
        parameter == ExpressionParameter.SCAN_FILTER
            || parameter == ExpressionParameter.TRANSACT_CONDITION;
    assertThat(parse(parameter, "(".repeat(LARGEST))).contains("Syntax error");
    assertThat(parse(parameter, "é".repeat(LARGEST / 2))).contains("Syntax error");
    assertThat(parse(parameter, "(".repeat(LARGEST + 1)))
        .isEqualTo(prefix + (namingSize ? " expression size: 4097" : ""));
    assertThat(parse(parameter, "é".repeat(LARGEST / 2) + "(")).startsWith(prefix);
  }

  private static String parse(ExpressionParameter parameter, String expression) {
    return TestValues.outcome(() -> ExpressionErrorsTest.parse(parameter, expression));
  }

  @Test
  void conditionHas300OperatorsAtMost() {
    assertThat(condition(chained("a<b", " AND ", 300))).isEqualTo("OK");
    assertThat(condition(chained("a<b", " AND ", 301)))
        .isEqualTo(
            "Invalid ConditionExpression: The expression contains too many operators; operator"
                + " count: 301");
    // As one user measured: AND does not count, and the count ends at the first one too many.
    assertThat(condition(chained("a<b and (", "", 400) + "a<b" + ")".repeat(400)))
        .endsWith("operator count: 301");
    assertThat(condition(chained("size(a)<:v", " OR ", 151))).endsWith("operator count: 301");
  }

  @Test
  void updateHas300OperatorsAtMost() {
    assertThat(update("x%d=b+c", 300)).isEqualTo("OK");
    assertThat(update("x%d=b+c", 301))
        .isEqualTo(
            "Invalid UpdateExpression: The expression contains too many operators; operator count:"
                + " 301");
    assertThat(update("x%d=b", 400)).isEqualTo("OK");
  }

  private static String update(String action, int times) {
    StringBuilder expression = new StringBuilder("SET ");
    for (int i = 0; i < times; i++) {
      expression.append(i == 0 ? "" : ",").append(action.replace("%d", Integer.toString(i, 36)));
    }
    return TestValues.outcome(() -> UpdateExpression.parse(expression.toString()).resolve(V));
  }

  @Test
  void deepParenthesesAreRefusedOnASmallStack() throws Exception {
    assertThat(onSmallStack("(".repeat(2000) + "a=:v" + ")".repeat(2000))).isEqualTo(REDUNDANT);
    assertThat(onSmallStack("(".repeat(LARGEST)))
        .isEqualTo("Invalid ConditionExpression: Syntax error; token: \"<EOF>\", near: \"(\"");
    assertThat(onSmallStack("a=" + "(".repeat(2000) + ":v" + ")".repeat(2000)))
        .isEqualTo(REDUNDANT);
    assertThat(onSmallStack(chained("f(", "", 1000) + "a" + ")".repeat(1000)))
        .startsWith("Invalid ConditionExpression: ");
    assertThat(onSmallStack(chained("(NOT ", "", 299) + "a=:v" + ")".repeat(299))).isEqualTo("OK");
    assertThat(onSmallStack(chained("NOT ", "", 1000) + "a=:v")).isEqualTo("OK");
    assertThat(onSmallStack(chained("(a=:v AND ", "", 299) + "a=:v" + ")".repeat(299)))
        .isEqualTo("OK");
    assertThat(onSmallStack(chained("a=:v", " OR ", 300))).isEqualTo("OK");
  }

  private static String onSmallStack(String expression) throws Exception {
    FutureTask<String> task = new FutureTask<>(() -> condition(expression));
    Thread thread = new Thread(null, task, "small stack", SMALL_STACK);
    thread.start();
    return task.get();
  }

  private static String condition(String expression) {
    return TestValues.outcome(
        () ->
            ConditionExpression.parse(ExpressionParameter.CONDITION, expression)
                .resolve(V)
                .test(Map.of("a", new AttributeValue.N(BigDecimal.TWO))));
  }

  private static String chained(String part, String separator, int times) {
    return (part + separator).repeat(times - 1) + part;
  }
}
