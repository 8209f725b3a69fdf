package dev.gatehouse.dynamodb.expression.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.dynamodb.expression.TestValues;
import dev.gatehouse.dynamodb.value.AttributeValue;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class KeyConditionsTest {

  private static final String LETTER_AND_DIGITS =
      "{\":a\": {\"S\": \"x\"}, \":b\": {\"S\": \"y\"}, \":c\": {\"N\": \"1\"}}";

  @ParameterizedTest
  @CsvFileSource(
      resources = "/dev/gatehouse/dynamodb/expression/key/key-conditions.tsv",
      delimiter = '\t',
      quoteCharacter = '`',
      maxCharsPerColumn = 10_000,
      numLinesToSkip = 1)
  void conditionsGiveARangeOfAKeyOrAreRefused(
      String types, String expression, @Nullable String values, String result) {
    assertThat(range(types, expression, values)).isEqualTo(result);
  }

  private static String range(String types, String expression, @Nullable String values) {
    String[] text = {""};
    String outcome =
        TestValues.outcome(
            () ->
                text[0] =
                    TestKeys.text(
                        TestKeys.conditions(expression, TestValues.attributes(null, values))
                            .against(TestKeys.key(types))));
    return outcome.equals("OK") ? text[0] : outcome;
  }

  @Test
  void indexWithSeveralAttributesTakesEqualitiesAndOneRange() {
    QueryKey key =
        new QueryKey(
            List.of(new KeyAttribute("p", "S"), new KeyAttribute("q", "S")),
            List.of(new KeyAttribute("s", "S"), new KeyAttribute("t", "N")));
    KeyRange range = range(key, "t > :c AND q = :b AND p = :a AND s = :a");
    assertThat(range.partition())
        .containsExactly(new AttributeValue.S("x"), new AttributeValue.S("y"));
    assertThat(range.position(List.of(new AttributeValue.S("w"), number(5)))).isNegative();
    assertThat(range.position(List.of(new AttributeValue.S("x"), number(1)))).isNegative();
    assertThat(range.position(List.of(new AttributeValue.S("x"), number(2)))).isZero();
    assertThat(range.position(List.of(new AttributeValue.S("y"), number(2)))).isPositive();
    assertThatThrownBy(() -> range(key, "q = :b AND p = :a AND t = :c"))
        .hasMessage("Query condition missed key schema element: s");
    assertThatThrownBy(() -> range(key, "q = :b AND p = :a AND s > :a AND t = :c"))
        .hasMessage("Query key condition not supported");
    assertThatThrownBy(() -> range(key, "p = :a"))
        .hasMessage("Query condition missed key schema element: q");
  }

  @Test
  void legacyConditionsAreAsManyAsTheAttributesOfAnIndex() {
    QueryKey key =
        new QueryKey(
            List.of(new KeyAttribute("p", "S")),
            List.of(new KeyAttribute("s", "S"), new KeyAttribute("t", "N")));
    KeyConditions conditions =
        KeyConditions.legacy(
            List.of(
                new KeyCondition("p", KeyOperator.EQUAL, List.of(new AttributeValue.S("x"))),
                new KeyCondition("s", KeyOperator.EQUAL, List.of(new AttributeValue.S("y"))),
                new KeyCondition("t", KeyOperator.GREATER, List.of(number(1)))),
            true);
    assertThat(conditions.against(key).sort()).hasSize(2);
    assertThatThrownBy(() -> conditions.against(TestKeys.key("SN")))
        .hasMessage("Conditions can be of length 1 or 2 only");
  }

  private static KeyRange range(QueryKey key, String expression) {
    return TestKeys.conditions(expression, TestValues.attributes(null, LETTER_AND_DIGITS))
        .against(key);
  }

  private static AttributeValue number(int number) {
    return new AttributeValue.N(BigDecimal.valueOf(number));
  }
}
