/** What services keep in the data directory. */
@NullMarked
package dev.gatehouse.local.state;

import org.jspecify.annotations.NullMarked;
