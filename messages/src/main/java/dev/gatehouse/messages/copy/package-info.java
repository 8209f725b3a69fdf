/** The files of mail copy, with the mistakes in them. */
@NullMarked
package dev.gatehouse.messages.copy;

import org.jspecify.annotations.NullMarked;
