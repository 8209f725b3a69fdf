/** The table of idempotency records in Amazon DynamoDB. */
@NullMarked
package dev.gatehouse.api.idempotency.dynamodb;

import org.jspecify.annotations.NullMarked;
