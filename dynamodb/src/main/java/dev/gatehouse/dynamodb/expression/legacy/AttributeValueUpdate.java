package dev.gatehouse.dynamodb.expression.legacy;

import dev.gatehouse.dynamodb.value.AttributeValue;
import org.jspecify.annotations.Nullable;

/**
 * An entry of AttributeUpdates as it is sent; each member may be missing.
 *
 * @param action PUT, which is the default, ADD or DELETE
 * @param value the value
 */
public record AttributeValueUpdate(@Nullable String action, @Nullable AttributeValue value) {}
