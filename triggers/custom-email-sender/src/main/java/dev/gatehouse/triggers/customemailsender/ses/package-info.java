/** The sending of mails through Amazon SES. */
@NullMarked
package dev.gatehouse.triggers.customemailsender.ses;

import org.jspecify.annotations.NullMarked;
