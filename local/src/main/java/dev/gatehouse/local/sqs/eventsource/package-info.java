/** Event source mappings: Lambda's polling of queues and its calls of functions. */
@NullMarked
package dev.gatehouse.local.sqs.eventsource;

import org.jspecify.annotations.NullMarked;
