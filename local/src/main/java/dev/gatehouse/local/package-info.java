/** The account of the Pulumi program, on one machine. */
@NullMarked
package dev.gatehouse.local;

import org.jspecify.annotations.NullMarked;
