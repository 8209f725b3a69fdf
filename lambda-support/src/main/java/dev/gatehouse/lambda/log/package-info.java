/** The log line of an invocation, with metrics in the CloudWatch embedded metric format. */
@NullMarked
package dev.gatehouse.lambda.log;

import org.jspecify.annotations.NullMarked;
