/** Tables and their indexes: keys, projections, stored entries. */
@NullMarked
package dev.gatehouse.dynamodb.table;

import org.jspecify.annotations.NullMarked;
