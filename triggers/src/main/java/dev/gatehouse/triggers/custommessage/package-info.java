/** Words the e-mails that Cognito sends. */
@NullMarked
package dev.gatehouse.triggers.custommessage;

import org.jspecify.annotations.NullMarked;
