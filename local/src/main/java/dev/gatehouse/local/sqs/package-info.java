/** Amazon SQS: the service, which executes the operations of its JSON and Query APIs. */
@NullMarked
package dev.gatehouse.local.sqs;

import org.jspecify.annotations.NullMarked;
