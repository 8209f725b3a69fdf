/** What is lost is brought back. */
@NullMarked
package dev.gatehouse.integrationtests.recovery;

import org.jspecify.annotations.NullMarked;
