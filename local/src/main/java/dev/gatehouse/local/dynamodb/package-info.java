/** DynamoDB: AWS's DynamoDB Local in a process of its own. */
@NullMarked
package dev.gatehouse.local.dynamodb;

import org.jspecify.annotations.NullMarked;
