/** Amazon S3 as far as the account uses it: objects, presigned URLs, CORS and notifications. */
@NullMarked
package dev.gatehouse.local.s3;

import org.jspecify.annotations.NullMarked;
