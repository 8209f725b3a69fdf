/**
 * What DynamoDB answers when it refuses a request. Operations, values and expressions throw {@link
 * dev.gatehouse.dynamodb.error.DynamoDbException}: {@code ofRequest} for what needs the request
 * alone (single-item writes envelop it), {@code validation} for what stands alone everywhere.
 */
@NullMarked
package dev.gatehouse.dynamodb.error;

import org.jspecify.annotations.NullMarked;
