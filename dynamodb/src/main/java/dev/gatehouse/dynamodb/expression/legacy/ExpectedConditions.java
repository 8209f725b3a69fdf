package dev.gatehouse.dynamodb.expression.legacy;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.Condition;
import dev.gatehouse.dynamodb.expression.syntax.ConditionNode;
import dev.gatehouse.dynamodb.expression.text.LegacyTexts;
import dev.gatehouse.dynamodb.value.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameter Expected. */
public final class ExpectedConditions {

  private ExpectedConditions() {}

  /** Returns the condition of the parameter; throws if an entry does not read. */
  public static Condition read(
      Map<String, ExpectedAttributeValue> expected, ConditionalOperator operator) {
    List<ConditionNode> conditions = new ArrayList<>();
    expected.forEach(
        (attribute, entry) -> conditions.add(comparison(attribute, entry).of(attribute)));
    return operator.join(conditions);
  }

  private static LegacyComparison comparison(String attribute, ExpectedAttributeValue entry) {
    if (entry.value() != null && entry.attributeValueList() != null) {
      throw DynamoDbException.ofRequest(LegacyTexts.twoValues(attribute));
    }
    @Nullable String name = entry.comparisonOperator();
    if (name != null) {
      return withOperator(attribute, name, entry);
    }
    if (entry.attributeValueList() != null) {
      throw DynamoDbException.ofRequest(LegacyTexts.operatorRequired(attribute));
    }
    return withoutOperator(attribute, entry.value(), entry.exists());
  }

  private static LegacyComparison withOperator(
      String attribute, String name, ExpectedAttributeValue entry) {
    if (entry.exists() != null) {
      throw DynamoDbException.ofRequest(LegacyTexts.twoComparisons(attribute));
    }
    LegacyOperator operator = LegacyOperator.of(name);
    @Nullable List<AttributeValue> list = entry.attributeValueList();
    @Nullable AttributeValue value = entry.value();
    if (operator.hasArguments() && list == null && value == null) {
      throw DynamoDbException.ofRequest(LegacyTexts.valueRequired(name, attribute));
    }
    List<AttributeValue> single = value == null ? List.of() : List.of(value);
    return LegacyComparison.checked(operator, list == null ? single : list);
  }

  private static LegacyComparison withoutOperator(
      String attribute, @Nullable AttributeValue value, @Nullable Boolean exists) {
    boolean mustExist = exists == null || exists;
    if (mustExist && value == null) {
      throw DynamoDbException.ofRequest(
          LegacyTexts.valueMissing(String.valueOf(exists), attribute));
    }
    if (!mustExist && value != null) {
      throw DynamoDbException.ofRequest(LegacyTexts.valueOfNothing(attribute));
    }
    return value == null
        ? new LegacyComparison(LegacyOperator.NULL, List.of())
        : new LegacyComparison(LegacyOperator.EQ, List.of(value));
  }
}
