/** Invocation of functions by other services, and its results. */
@NullMarked
package dev.gatehouse.local.lambda.invoke;

import org.jspecify.annotations.NullMarked;
