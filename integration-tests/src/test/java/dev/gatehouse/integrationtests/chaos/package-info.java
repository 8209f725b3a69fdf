/** Users under random faults and kills: nobody is lost, and nothing of an erased one is left. */
@NullMarked
package dev.gatehouse.integrationtests.chaos;

import org.jspecify.annotations.NullMarked;
