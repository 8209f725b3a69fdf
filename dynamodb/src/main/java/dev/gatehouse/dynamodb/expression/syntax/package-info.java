/** The grammar of expressions: lexer, recursive-descent parsers, syntax trees. */
@NullMarked
package dev.gatehouse.dynamodb.expression.syntax;

import org.jspecify.annotations.NullMarked;
