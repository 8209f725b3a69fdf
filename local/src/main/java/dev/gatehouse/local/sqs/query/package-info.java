/** The Query protocol of SQS, which clients from before November 2023 use: forms in, XML out. */
@NullMarked
package dev.gatehouse.local.sqs.query;

import org.jspecify.annotations.NullMarked;
