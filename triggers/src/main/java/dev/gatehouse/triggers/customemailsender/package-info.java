/** Sends the e-mails that Cognito would otherwise send itself. */
@NullMarked
package dev.gatehouse.triggers.customemailsender;

import org.jspecify.annotations.NullMarked;
