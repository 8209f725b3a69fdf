/** Execution environments: processes of functions, and the Lambda Runtime API they call. */
@NullMarked
package dev.gatehouse.local.lambda.runtime;

import org.jspecify.annotations.NullMarked;
