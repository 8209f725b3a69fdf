/** The environment that the engine starts the program with. */
@NullMarked
package dev.gatehouse.pulumi.environment;

import org.jspecify.annotations.NullMarked;
