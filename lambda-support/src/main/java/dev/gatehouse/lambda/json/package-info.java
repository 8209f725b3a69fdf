/** Events and responses of Lambda functions as JSON. */
@NullMarked
package dev.gatehouse.lambda.json;

import org.jspecify.annotations.NullMarked;
