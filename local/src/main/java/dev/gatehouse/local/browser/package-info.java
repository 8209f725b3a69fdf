/** What web pages may do: the hosts and origins to which the emulator answers. */
@NullMarked
package dev.gatehouse.local.browser;

import org.jspecify.annotations.NullMarked;
