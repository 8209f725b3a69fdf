/** Confirmation codes and temporary passwords, and the e-mails that carry them. */
@NullMarked
package dev.gatehouse.local.cognito.codes;

import org.jspecify.annotations.NullMarked;
