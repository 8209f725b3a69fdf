/** The AWS Query protocol of SES, STS and old SQS clients: form parameters in, XML out. */
@NullMarked
package dev.gatehouse.local.awsquery;

import org.jspecify.annotations.NullMarked;
