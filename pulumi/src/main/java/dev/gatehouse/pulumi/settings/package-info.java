/** The settings of a stack: keys, checks and error messages. */
@NullMarked
package dev.gatehouse.pulumi.settings;

import org.jspecify.annotations.NullMarked;
