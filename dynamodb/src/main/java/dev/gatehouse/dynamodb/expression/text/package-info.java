/** Texts of errors in expressions and legacy parameters. */
@NullMarked
package dev.gatehouse.dynamodb.expression.text;

import org.jspecify.annotations.NullMarked;
