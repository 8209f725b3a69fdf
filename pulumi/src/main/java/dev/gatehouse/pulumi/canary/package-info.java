/** The canary: a function that does what users do, with its app client and its schedules. */
@NullMarked
package dev.gatehouse.pulumi.canary;

import org.jspecify.annotations.NullMarked;
