/** Key conditions of Query, and what expressions may do with key attributes. */
@NullMarked
package dev.gatehouse.dynamodb.expression.key;

import org.jspecify.annotations.NullMarked;
