/** How often one may try. */
@NullMarked
package dev.gatehouse.local.cognito.limits;

import org.jspecify.annotations.NullMarked;
