/** Priming of a function before Lambda takes its snapshot. */
@NullMarked
package dev.gatehouse.lambda.priming;

import org.jspecify.annotations.NullMarked;
