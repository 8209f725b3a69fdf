/** Signature Version 4 as S3 checks it, in headers and in presigned URLs. */
@NullMarked
package dev.gatehouse.local.s3.signature;

import org.jspecify.annotations.NullMarked;
