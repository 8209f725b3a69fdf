/** Amazon SQS: the queues of the plan, and Lambda's event sources that read them. */
@NullMarked
package dev.gatehouse.local.sqs;

import org.jspecify.annotations.NullMarked;
