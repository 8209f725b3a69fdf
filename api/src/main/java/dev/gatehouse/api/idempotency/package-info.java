/** The responses to requests that a client may send twice, by their {@code Idempotency-Key}. */
@NullMarked
package dev.gatehouse.api.idempotency;

import org.jspecify.annotations.NullMarked;
