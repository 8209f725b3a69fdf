/** The queue of deferred users in Amazon SQS. */
@NullMarked
package dev.gatehouse.triggers.deferredusers.sqs;

import org.jspecify.annotations.NullMarked;
