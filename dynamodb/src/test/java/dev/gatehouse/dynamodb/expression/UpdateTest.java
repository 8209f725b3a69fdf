package dev.gatehouse.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.Numbers;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

final class UpdateTest {

  /**
   * A result is an item, {@code n=} the value of one attribute, the text of a refusal or missing.
   */
  @ParameterizedTest
  @CsvFileSource(
      resources = "updates.tsv",
      delimiter = '\t',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void everyActionReadsTheItemAsItWas(
      String item,
      String expression,
      @Nullable String values,
      @Nullable String result,
      @Nullable String updatedOld,
      @Nullable String updatedNew) {
    Update update = update(expression, values);
    UpdatedItem updated;
    try {
      updated = update.apply(TestValues.item(item));
    } catch (DynamoDbException refused) {
      assertThat(refused.textOrEmpty()).isEqualTo(result);
      assertThat(refused.enveloped().textOrEmpty()).as("bare text").isEqualTo(result);
      return;
    }
    if (result != null && result.startsWith("n=")) {
      assertThat("n=" + number(updated.after())).isEqualTo(result);
    } else if (result != null) {
      assertThat(updated.after()).isEqualTo(TestValues.item(result));
    }
    if (updatedOld != null && updatedNew != null) {
      assertThat(updated.updatedOld()).isEqualTo(TestValues.item(updatedOld));
      assertThat(updated.updatedNew()).isEqualTo(TestValues.item(updatedNew));
    }
  }

  private static String number(Map<String, AttributeValue> item) {
    return item.get("n") instanceof AttributeValue.N n ? Numbers.text(n.value()) : "nothing";
  }

  @Test
  void itemBeforeDoesNotChange() {
    Map<String, AttributeValue> before = TestValues.item("{\"l\": {\"L\": [{\"N\": \"1\"}]}}");
    Map<String, AttributeValue> copy = TestValues.item("{\"l\": {\"L\": [{\"N\": \"1\"}]}}");
    update("REMOVE l[0] SET a = l[0]", null).apply(before);
    assertThat(before).isEqualTo(copy);
  }

  @Test
  void onlyWritingActionsCreateAnItem() {
    String set = "{\":v\": {\"SS\": [\"a\"]}}";
    assertThat(update("REMOVE a.b DELETE c :v", set).createsItem()).isFalse();
    assertThat(update("ADD a :v REMOVE b", set).createsItem()).isTrue();
    assertThat(update("SET a = :v", set).createsItem()).isTrue();
    assertThat(Update.NONE.createsItem()).isTrue();
    assertThat(Update.NONE.apply(Map.of()).after()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // 3 + 19 + target + value
        "SET a = :v | 3 + 19 + 1 + 2",
        "SET a.bc[10] = :v | 3 + 19 + 1 + 4 + 2 + 4 + 2 + 2",
        "SET a = b | 3 + 19 + 1 + 1 + 14 + 1",
        "SET a = b[3] | 3 + 19 + 1 + 1 + 14 + 1 + 14 + 1",
        "SET a = b + :v | 3 + 19 + 1 + 34 + 16 + 2",
        "SET a = b - :v | 3 + 19 + 1 + 37 + 16 + 2",
        "SET a = if_not_exists(b, :v) | 3 + 19 + 1 + 39 + 16 + 2",
        "SET a = list_append(b, c) | 3 + 19 + 1 + 37 + 16 + 16",
        "ADD a :v | 3 + 19 + 1 + 2",
        "REMOVE a, b.c | 3 + 1 + 1 + 1 + 1 + 4 + 1",
      })
  void requestIsChargedForWhatItSays(String expression, String sum) {
    int expected = 0;
    for (String term : sum.split(" \\+ ", -1)) {
      expected += Integer.parseInt(term.strip());
    }
    assertThat(update(expression, "{\":v\": {\"N\": \"1\"}}").requestCharge()).isEqualTo(expected);
  }

  @Test
  void deleteIsChargedWithoutItsValue() {
    assertThat(update("DELETE abc :v", "{\":v\": {\"SS\": [\"a\"]}}").requestCharge())
        .isEqualTo(3 + 1 + 3);
  }

  @Test
  void pathsAreThoseChangedAndThoseRead() {
    Update update = update("SET a.b = if_not_exists(c, d[1]) + e REMOVE f", null);
    assertThat(update.targets()).map(Object::toString).containsExactly("[a, b]", "[f]");
    assertThat(update.operandPaths())
        .map(Object::toString)
        .containsExactly("[c]", "[d, [1]]", "[e]");
  }

  @Test
  void typesOfWholeAttributesAreKnownFromTheRequest() {
    Update update =
        update(
            "SET a = :v, b = c + d, e = list_append(f, g), h = if_not_exists(i, :v), j = k, l.m ="
                + " :v ADD n :v DELETE o :s REMOVE p",
            "{\":v\": {\"N\": \"1\"}, \":s\": {\"SS\": [\"a\"]}}");
    assertThat(update.writtenTypes())
        .isEqualTo(Map.of("a", "N", "b", "N", "e", "L", "h", "N", "n", "N", "o", "SS"));
  }

  private static Update update(String expression, @Nullable String values) {
    return UpdateExpression.parse(expression).resolve(TestValues.attributes(null, values));
  }
}
