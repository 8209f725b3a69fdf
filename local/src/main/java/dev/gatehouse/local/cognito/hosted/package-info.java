/** The hosted pages of user pools with a domain. */
@NullMarked
package dev.gatehouse.local.cognito.hosted;

import org.jspecify.annotations.NullMarked;
