/** A user's way from sign-up to profile. */
@NullMarked
package dev.gatehouse.integrationtests.journeys;

import org.jspecify.annotations.NullMarked;
