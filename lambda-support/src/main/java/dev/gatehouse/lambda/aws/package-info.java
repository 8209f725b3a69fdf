/** HTTP client and credentials that the AWS SDK clients of a process share. */
@NullMarked
package dev.gatehouse.lambda.aws;

import org.jspecify.annotations.NullMarked;
