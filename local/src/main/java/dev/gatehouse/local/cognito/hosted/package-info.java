/** The pages that Cognito hosts for a pool with a domain. */
@NullMarked
package dev.gatehouse.local.cognito.hosted;

import org.jspecify.annotations.NullMarked;
