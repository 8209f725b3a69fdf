/** The documents, compared with the code. */
@NullMarked
package dev.gatehouse.integrationtests.docs;

import org.jspecify.annotations.NullMarked;
