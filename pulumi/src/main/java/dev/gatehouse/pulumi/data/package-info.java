/** The tables, the queue and the key that store what belongs to users. */
@NullMarked
package dev.gatehouse.pulumi.data;

import org.jspecify.annotations.NullMarked;
