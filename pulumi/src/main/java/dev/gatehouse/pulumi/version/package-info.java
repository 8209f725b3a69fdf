/** The published versions of functions, and which of them callers get. */
@NullMarked
package dev.gatehouse.pulumi.version;

import org.jspecify.annotations.NullMarked;
