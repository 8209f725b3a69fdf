package dev.gatehouse.dynamodb.expression.legacy;

import dev.gatehouse.dynamodb.value.AttributeValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of Expected as it is sent; each member may be missing.
 *
 * @param value the value that is expected
 * @param exists false if the attribute must not exist
 * @param comparisonOperator the name of the comparison
 * @param attributeValueList the arguments of the comparison
 */
public record ExpectedAttributeValue(
    @Nullable AttributeValue value,
    @Nullable Boolean exists,
    @Nullable String comparisonOperator,
    @Nullable List<AttributeValue> attributeValueList) {}
