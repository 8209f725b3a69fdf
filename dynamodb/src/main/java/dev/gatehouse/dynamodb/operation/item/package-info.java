/** Operations on one item. */
@NullMarked
package dev.gatehouse.dynamodb.operation.item;

import org.jspecify.annotations.NullMarked;
