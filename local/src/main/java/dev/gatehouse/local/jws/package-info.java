/** The compact serialization of tokens. */
@NullMarked
package dev.gatehouse.local.jws;

import org.jspecify.annotations.NullMarked;
