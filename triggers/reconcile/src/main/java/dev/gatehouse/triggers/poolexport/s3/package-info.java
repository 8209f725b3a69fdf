/** Exports in an S3 bucket. */
@NullMarked
package dev.gatehouse.triggers.poolexport.s3;

import org.jspecify.annotations.NullMarked;
