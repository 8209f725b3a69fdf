/** The PreSignUp trigger with a lookup of mailbox claims. */
@NullMarked
package dev.gatehouse.triggers.presignup.mailboxlookup;

import org.jspecify.annotations.NullMarked;
