package dev.gatehouse.dynamodb.expression.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.TestValues;
import dev.gatehouse.dynamodb.expression.Update;
import dev.gatehouse.dynamodb.expression.key.TestKeys;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.Layer;
import dev.gatehouse.dynamodb.value.ValueReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The legacy parameters, one row of a file for each case: a result or the text of a refusal. */
final class LegacyParametersTest {

  private static final String FOLDER = "/dev/gatehouse/dynamodb/expression/legacy/";
  private static final String ITEM =
      """
      {"s": {"S": "hello"}, "n": {"N": "5"}, "ss": {"SS": ["a"]}, "l": {"L": [{"S": "a"}]},
       "t": {"BOOL": true}}
      """;

  @ParameterizedTest
  @CsvFileSource(
      resources = FOLDER + "expected.tsv",
      delimiter = '\t',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void expectedIsACondition(String json, @Nullable String operator, String item, String result) {
    assertThat(
            text(
                () -> {
                  Map<String, ExpectedAttributeValue> expected =
                      map(json, LegacyParametersTest::expected);
                  ConditionalOperator joined = ConditionalOperator.of(operator, expected.size());
                  return ExpectedConditions.read(expected, joined).test(TestValues.item(item));
                }))
        .isEqualTo(result);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = FOLDER + "filters.tsv",
      delimiter = '\t',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void filterIsACondition(String json, String result) {
    assertThat(
            text(
                () ->
                    FilterConditions.read(
                            map(json, LegacyParametersTest::condition), ConditionalOperator.AND)
                        .test(TestValues.item(ITEM))))
        .isEqualTo(result);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = FOLDER + "key-conditions.tsv",
      delimiter = '\t',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void keyConditionsAreARangeOfAKey(String json, String result) {
    assertThat(
            text(
                () ->
                    TestKeys.text(
                        LegacyKeyConditions.read(map(json, LegacyParametersTest::condition))
                            .against(TestKeys.key("SN")))))
        .isEqualTo(result);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = FOLDER + "attribute-updates.tsv",
      delimiter = '\t',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void attributeUpdatesAreAnUpdate(String item, String json, String result) {
    Object expected = result.startsWith("{") ? TestValues.item(result) : result;
    Object actual;
    try {
      Update update = AttributeUpdates.read(map(json, LegacyParametersTest::update));
      actual = update.apply(TestValues.item(item)).after();
    } catch (DynamoDbException refused) {
      actual = refused.textOrEmpty();
    }
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void attributesToGetAreAProjectionOnWholeAttributes() {
    assertThat(AttributesToGet.read(List.of("l[0]", "s", "q")).of(TestValues.item(ITEM)))
        .containsOnlyKeys("s");
    assertThat(text(() -> AttributesToGet.read(List.of("a", "b", "a"))))
        .isEqualTo(
            "One or more parameter values were invalid: Duplicate value in attribute name: a");
  }

  private static String text(Supplier<Object> result) {
    try {
      return result.get().toString();
    } catch (DynamoDbException refused) {
      return refused.textOrEmpty();
    }
  }

  private static <T> Map<String, T> map(String json, Function<JsonObject, T> reader) {
    Map<String, T> map = new LinkedHashMap<>();
    JsonParser.parseString(json)
        .getAsJsonObject()
        .entrySet()
        .forEach(each -> map.put(each.getKey(), reader.apply(each.getValue().getAsJsonObject())));
    return map;
  }

  private static ExpectedAttributeValue expected(JsonObject json) {
    @Nullable JsonElement exists = json.get("Exists");
    return new ExpectedAttributeValue(
        value(json),
        exists == null ? null : exists.getAsBoolean(),
        string(json, "ComparisonOperator"),
        json.has("AttributeValueList") ? list(json) : null);
  }

  private static LegacyCondition condition(JsonObject json) {
    return new LegacyCondition(json.get("ComparisonOperator").getAsString(), list(json));
  }

  private static AttributeValueUpdate update(JsonObject json) {
    return new AttributeValueUpdate(string(json, "Action"), value(json));
  }

  private static @Nullable String string(JsonObject json, String member) {
    return json.has(member) ? json.get(member).getAsString() : null;
  }

  private static @Nullable AttributeValue value(JsonObject json) {
    return json.has("Value") ? read(json.get("Value")) : null;
  }

  private static List<AttributeValue> list(JsonObject json) {
    List<AttributeValue> values = new ArrayList<>();
    if (json.has("AttributeValueList")) {
      json.getAsJsonArray("AttributeValueList").forEach(each -> values.add(read(each)));
    }
    return values;
  }

  private static AttributeValue read(JsonElement json) {
    return new ValueReader(Layer.CURRENT).read(json.getAsJsonObject());
  }
}
