/** The row of a confirmed user when writes fail, repeat or are missing. */
@NullMarked
package dev.gatehouse.integrationtests.userrows;

import org.jspecify.annotations.NullMarked;
