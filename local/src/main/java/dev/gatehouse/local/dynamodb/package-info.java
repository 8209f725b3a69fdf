/** DynamoDB: the engine of the module dynamodb with the tables of the plan. */
@NullMarked
package dev.gatehouse.local.dynamodb;

import org.jspecify.annotations.NullMarked;
