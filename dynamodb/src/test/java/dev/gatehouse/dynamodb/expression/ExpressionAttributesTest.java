package dev.gatehouse.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import dev.gatehouse.dynamodb.value.AttributeValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpressionAttributesTest {

  private static final String NAMES = "ExpressionAttributeNames ";
  private static final String VALUES = "ExpressionAttributeValues ";
  private static final String LONG =
      "contains invalid key: The expression attribute map contains a" + " key that is too long;";

  @Test
  void placeholdersNeedAnExpression() {
    assertThat(names(Map.of("#a", "a"), false))
        .isEqualTo(NAMES + "can only be specified when using expressions");
    assertThat(values(Set.of(":a"), false, ""))
        .isEqualTo(VALUES + "can only be specified when using expressions");
    assertThat(values(Set.of(":a"), false, ": FilterExpression is null"))
        .isEqualTo(
            VALUES + "can only be specified when using expressions: FilterExpression is null");
    assertThat(TestValues.outcome(() -> ExpressionAttributeMaps.refuseNames(null, false)))
        .isEqualTo("OK");
    assertThat(TestValues.outcome(() -> ExpressionAttributeMaps.refuseValues(null, false, "")))
        .isEqualTo("OK");
  }

  @Test
  void mapsAreNotEmpty() {
    assertThat(names(Map.of(), true)).isEqualTo(NAMES + "must not be empty");
    assertThat(values(Set.of(), true, "")).isEqualTo(VALUES + "must not be empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "#", "##a", "#a-b", "#a b", ":a", "#é", ""})
  void placeholderOfANameIsANumberSignAndAWord(String key) {
    assertThat(names(Map.of(key, "a"), true))
        .isEqualTo(NAMES + "contains invalid key: Syntax error; key: \"" + key + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", ":", "::a", ":a.b", "#a", ":a\n", ""})
  void placeholderOfAValueIsAColonAndAWord(String key) {
    assertThat(values(Set.of(key), true, ""))
        .isEqualTo(VALUES + "contains invalid key: Syntax error; key: \"" + key + "\"");
  }

  @Test
  void placeholderHas255BytesAtMost() {
    assertThat(names(Map.of("#" + "a".repeat(254), "a"), true)).isEqualTo("OK");
    assertThat(names(Map.of("#" + "a".repeat(255), "a"), true))
        .isEqualTo(NAMES + LONG + " size of key: 256");
    assertThat(names(Map.of("é".repeat(128), "a"), true))
        .isEqualTo(NAMES + LONG + " size of key: 256");
    assertThat(values(Set.of(":" + "a".repeat(254)), true, "")).isEqualTo("OK");
    assertThat(values(Set.of(":" + "a".repeat(255)), true, "")).isEqualTo(VALUES + LONG);
  }

  @Test
  void attributeNameIsNeitherEmptyNorLong() {
    assertThat(names(Map.of("#n", ""), true))
        .isEqualTo(NAMES + "contains invalid value: Empty attribute name for key #n");
    assertThat(names(Map.of("#n", "a".repeat(65_535)), true)).isEqualTo("OK");
    assertThat(names(Map.of("#n", "a".repeat(65_536)), true))
        .isEqualTo("Attribute name is too large, must be less than 65536 bytes");
  }

  @Test
  void valuesHaveTwoMegabytesAtMost() {
    Map<String, AttributeValue> large = Map.of(":v", new AttributeValue.S("a".repeat(2 << 20)));
    assertThat(TestValues.outcome(() -> ExpressionAttributeMaps.refuseTooLarge(large)))
        .isEqualTo(VALUES + "exceeds max size");
    Map<String, AttributeValue> small = Map.of(":v", new AttributeValue.S("a"));
    assertThat(TestValues.outcome(() -> ExpressionAttributeMaps.refuseTooLarge(small)))
        .isEqualTo("OK");
  }

  private static String names(Map<String, String> names, boolean expressions) {
    return TestValues.outcome(() -> ExpressionAttributeMaps.refuseNames(names, expressions));
  }

  private static String values(Set<String> keys, boolean expressions, String suffix) {
    return TestValues.outcome(
        () -> ExpressionAttributeMaps.refuseValues(keys, expressions, suffix));
  }

  @Test
  void placeholdersThatNoExpressionUsesAreRefusedNamesFirst() {
    ConditionExpression condition =
        ConditionExpression.parse(ExpressionParameter.CONDITION, "#a.#b = :v");
    UpdateExpression update = UpdateExpression.parse("SET #c = if_not_exists(#d, :w)");
    ExpressionAttributes all =
        TestValues.attributes(
            "{\"#a\": \"1\", \"#b\": \"2\", \"#c\": \"3\", \"#d\": \"4\"}",
            "{\":v\": {\"N\": \"1\"}, \":w\": {\"N\": \"1\"}}");
    assertThat(TestValues.outcome(() -> all.refuseUnused(condition, update))).isEqualTo("OK");
    assertThatThrownBy(() -> all.refuseUnused(condition))
        .hasMessage(
            "Value provided in ExpressionAttributeNames unused in expressions: keys: {#c, #d}");
    ExpressionAttributes values = TestValues.attributes(null, "{\":v\": {\"N\": \"1\"}}");
    assertThatThrownBy(() -> values.refuseUnused(List.of()))
        .hasMessage(
            "Value provided in ExpressionAttributeValues unused in expressions: keys: {:v}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Expected ConditionExpression | {Expected} Expression parameters: {ConditionExpression}",
        "UpdateExpression AttributeUpdates |"
            + " {AttributeUpdates} Expression parameters: {UpdateExpression}",
        "KeyConditionExpression FilterExpression ProjectionExpression ConditionalOperator"
            + " QueryFilter AttributesToGet KeyConditions | {AttributesToGet, QueryFilter,"
            + " ConditionalOperator, KeyConditions} Expression parameters: {ProjectionExpression,"
            + " FilterExpression, KeyConditionExpression}",
        "KeyConditions ProjectionExpression FilterExpression | {KeyConditions} Expression"
            + " parameters: {ProjectionExpression, FilterExpression}",
        "ConditionalOperator FilterExpression |"
            + " {ConditionalOperator} Expression parameters: {FilterExpression}",
      })
  void requestHasOneKindOfParameters(String parameters, String named) {
    assertThat(mixed(parameters))
        .isEqualTo(
            "Can not use both expression and non-expression parameters in the same request:"
                + " Non-expression parameters: "
                + named);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KeyConditions FilterExpression",
        "KeyConditions QueryFilter ConditionalOperator AttributesToGet",
        "ConditionExpression UpdateExpression ExpressionAttributeNames",
        "TableName"
      })
  void requestMayHaveParametersOfOneKind(String parameters) {
    assertThat(mixed(parameters)).isEqualTo("OK");
  }

  private static String mixed(String parameters) {
    return TestValues.outcome(() -> MixedParameters.refuse(Set.of(parameters.split(" ", -1))));
  }

  @Test
  void singleItemWritesEnvelopErrorsOfExpressions() {
    assertThatThrownBy(() -> UpdateExpression.parse(""))
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            error ->
                assertThat(error.enveloped().text())
                    .isEqualTo(
                        "1 validation error detected: Invalid UpdateExpression: The expression can"
                            + " not be empty;"));
  }
}
