/** Profile pictures in an S3 bucket. */
@NullMarked
package dev.gatehouse.users.s3;

import org.jspecify.annotations.NullMarked;
