package dev.gatehouse.dynamodb.expression.legacy;

import dev.gatehouse.dynamodb.value.AttributeValue;
import java.util.List;

/**
 * An entry of KeyConditions, QueryFilter or ScanFilter: AWS's shape {@code Condition}.
 *
 * @param comparisonOperator the name of the comparison as it is sent
 * @param attributeValueList its arguments; empty if none were sent
 */
public record LegacyCondition(String comparisonOperator, List<AttributeValue> attributeValueList) {}
