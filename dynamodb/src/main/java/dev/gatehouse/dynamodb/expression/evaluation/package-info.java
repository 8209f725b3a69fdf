/** Evaluation of conditions and updates against items. */
@NullMarked
package dev.gatehouse.dynamodb.expression.evaluation;

import org.jspecify.annotations.NullMarked;
