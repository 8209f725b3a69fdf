/** Amazon EventBridge Scheduler: the schedules of the plan, which run when asked to. */
@NullMarked
package dev.gatehouse.local.scheduler;

import org.jspecify.annotations.NullMarked;
