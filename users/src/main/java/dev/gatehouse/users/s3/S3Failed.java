package dev.gatehouse.users.s3;

import java.io.IOException;
import java.util.Locale;
import software.amazon.awssdk.core.exception.SdkClientException;

/** A refusal or failure of S3, treated as that of any other client of the SDK. */
final class S3Failed extends SdkClientException {
  private static final long serialVersionUID = 1L;

  S3Failed(String method, int status) {
    super(
        SdkClientException.builder()
            .message(String.format(Locale.ROOT, "S3 responds to %s with %d", method, status)));
  }

  S3Failed(String method, IOException cause) {
    super(SdkClientException.builder().message("S3 does not respond to " + method).cause(cause));
  }
}
