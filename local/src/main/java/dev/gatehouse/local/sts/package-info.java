/** AWS STS, as far as clients ask it who they are. */
@NullMarked
package dev.gatehouse.local.sts;

import org.jspecify.annotations.NullMarked;
