/**
 * The parameters that expressions replaced: Expected, ConditionalOperator, AttributeUpdates,
 * KeyConditions, QueryFilter, ScanFilter and AttributesToGet, made to the objects that expressions
 * give. Their attribute names are names, not paths.
 */
@NullMarked
package dev.gatehouse.dynamodb.expression.legacy;

import org.jspecify.annotations.NullMarked;
