/** The values of items: attribute values, numbers, sizes, and their JSON. */
@NullMarked
package dev.gatehouse.dynamodb.value;

import org.jspecify.annotations.NullMarked;
