/** Operations on several items that stand for themselves. */
@NullMarked
package dev.gatehouse.dynamodb.operation.batch;

import org.jspecify.annotations.NullMarked;
