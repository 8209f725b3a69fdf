/** The API's errors and tokens. */
@NullMarked
package dev.gatehouse.integrationtests.api;

import org.jspecify.annotations.NullMarked;
