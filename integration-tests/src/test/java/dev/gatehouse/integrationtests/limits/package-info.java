/** The limits of AWS that docs/scale.md lists, each switched on in the emulator. */
@NullMarked
package dev.gatehouse.integrationtests.limits;

import org.jspecify.annotations.NullMarked;
