/** The Lambda functions of triggers, queue and schedule, and what every function has. */
@NullMarked
package dev.gatehouse.pulumi.functions;

import org.jspecify.annotations.NullMarked;
