/** DynamoDB on one machine. */
@NullMarked
package dev.gatehouse.local.dynamodb;

import org.jspecify.annotations.NullMarked;
