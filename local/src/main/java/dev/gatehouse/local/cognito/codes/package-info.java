/** Codes and temporary passwords on their way into a mail. */
@NullMarked
package dev.gatehouse.local.cognito.codes;

import org.jspecify.annotations.NullMarked;
