/** The alarms of a plan, tried on the metrics of a day. */
@NullMarked
package dev.gatehouse.pulumi.alarms;

import org.jspecify.annotations.NullMarked;
