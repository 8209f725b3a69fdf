/** Amazon SES on one machine. */
@NullMarked
package dev.gatehouse.local.ses;

import org.jspecify.annotations.NullMarked;
