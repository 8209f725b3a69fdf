/**
 * An open engine that answers as Amazon DynamoDB does: {@link dev.gatehouse.dynamodb.DynamoDb} for
 * a process that has a server of its own, {@link dev.gatehouse.dynamodb.DynamoDbServer} for others.
 */
@NullMarked
package dev.gatehouse.dynamodb;

import org.jspecify.annotations.NullMarked;
