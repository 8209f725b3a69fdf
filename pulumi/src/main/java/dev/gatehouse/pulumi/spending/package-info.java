/** The budget of the account. */
@NullMarked
package dev.gatehouse.pulumi.spending;

import org.jspecify.annotations.NullMarked;
