/** The dead-letter queue of deferred users in Amazon SQS. */
@NullMarked
package dev.gatehouse.triggers.reconcile.sqs;

import org.jspecify.annotations.NullMarked;
