/** Amazon SES v1: the service, which executes the operations of its Query API. */
@NullMarked
package dev.gatehouse.local.ses;

import org.jspecify.annotations.NullMarked;
