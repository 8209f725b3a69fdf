/** Operations of Lambda's REST API, one class each. */
@NullMarked
package dev.gatehouse.local.lambda.operations;

import org.jspecify.annotations.NullMarked;
