/** CloudWatch alarms and the dashboard. */
@NullMarked
package dev.gatehouse.pulumi.monitoring;

import org.jspecify.annotations.NullMarked;
