/** The user pool, its app client and the domain of its hosted UI. */
@NullMarked
package dev.gatehouse.pulumi.cognito;

import org.jspecify.annotations.NullMarked;
