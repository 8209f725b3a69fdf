/** Amazon SQS: the service, which executes the operations of its JSON API. */
@NullMarked
package dev.gatehouse.local.sqs;

import org.jspecify.annotations.NullMarked;
