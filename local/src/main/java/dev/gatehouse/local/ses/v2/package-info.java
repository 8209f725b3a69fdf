/** Amazon SES v2, the REST API over the same account. */
@NullMarked
package dev.gatehouse.local.ses.v2;

import org.jspecify.annotations.NullMarked;
