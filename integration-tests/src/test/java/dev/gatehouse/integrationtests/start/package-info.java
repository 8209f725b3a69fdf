/** The scripts behind {@code make local} and {@code make demo}, and what stops them. */
@NullMarked
package dev.gatehouse.integrationtests.start;

import org.jspecify.annotations.NullMarked;
