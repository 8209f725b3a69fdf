/** The certificate of the HTTPS port, made at start. */
@NullMarked
package dev.gatehouse.local.tls;

import org.jspecify.annotations.NullMarked;
