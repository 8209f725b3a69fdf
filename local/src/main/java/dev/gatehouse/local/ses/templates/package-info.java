/** The e-mail templates of an SES account. */
@NullMarked
package dev.gatehouse.local.ses.templates;

import org.jspecify.annotations.NullMarked;
