/** Tests of invocations. */
@NullMarked
package dev.gatehouse.local.lambda.invoke;

import org.jspecify.annotations.NullMarked;
