/** Amazon SES: the service, which executes the operations of the Query API (v1) and of v2. */
@NullMarked
package dev.gatehouse.local.ses;

import org.jspecify.annotations.NullMarked;
