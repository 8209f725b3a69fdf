/** Domains and resource servers of user pools. */
@NullMarked
package dev.gatehouse.local.cognito.domains;

import org.jspecify.annotations.NullMarked;
