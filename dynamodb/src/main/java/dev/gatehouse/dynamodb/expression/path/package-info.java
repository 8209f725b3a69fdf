/** Document paths: reading, writing and projecting what they lead to. */
@NullMarked
package dev.gatehouse.dynamodb.expression.path;

import org.jspecify.annotations.NullMarked;
