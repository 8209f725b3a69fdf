/** Operations on several items that succeed together or not at all. */
@NullMarked
package dev.gatehouse.dynamodb.operation.transaction;

import org.jspecify.annotations.NullMarked;
