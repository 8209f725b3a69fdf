/** Allow, deny and shipped lists of addresses and domains. */
@NullMarked
package dev.gatehouse.emailrules.lists;

import org.jspecify.annotations.NullMarked;
