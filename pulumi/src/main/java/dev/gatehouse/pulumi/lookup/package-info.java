/** Lookups of what exists in the account. */
@NullMarked
package dev.gatehouse.pulumi.lookup;

import org.jspecify.annotations.NullMarked;
