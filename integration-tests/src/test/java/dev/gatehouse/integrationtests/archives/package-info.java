/** The archives that Lambda gets. */
@NullMarked
package dev.gatehouse.integrationtests.archives;

import org.jspecify.annotations.NullMarked;
