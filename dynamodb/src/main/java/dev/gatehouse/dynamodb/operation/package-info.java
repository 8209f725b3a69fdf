/** What all operations share. */
@NullMarked
package dev.gatehouse.dynamodb.operation;

import org.jspecify.annotations.NullMarked;
