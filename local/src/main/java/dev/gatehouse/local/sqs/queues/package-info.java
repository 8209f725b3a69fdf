/** Standard queues with their messages in memory. */
@NullMarked
package dev.gatehouse.local.sqs.queues;

import org.jspecify.annotations.NullMarked;
