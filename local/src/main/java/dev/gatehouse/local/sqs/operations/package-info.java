/** One class for each operation of SQS, named as the operation. */
@NullMarked
package dev.gatehouse.local.sqs.operations;

import org.jspecify.annotations.NullMarked;
