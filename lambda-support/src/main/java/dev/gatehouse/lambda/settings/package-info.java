/** Settings of a function from its environment variables. */
@NullMarked
package dev.gatehouse.lambda.settings;

import org.jspecify.annotations.NullMarked;
