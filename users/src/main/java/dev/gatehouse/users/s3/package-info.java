/** Objects in S3 buckets. */
@NullMarked
package dev.gatehouse.users.s3;

import org.jspecify.annotations.NullMarked;
