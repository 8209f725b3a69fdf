/** What DynamoDB answers when it refuses a request. */
@NullMarked
package dev.gatehouse.dynamodb.error;

import org.jspecify.annotations.NullMarked;
