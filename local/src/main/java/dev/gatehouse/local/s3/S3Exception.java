package dev.gatehouse.local.s3;

import java.util.Map;

/** An error response of S3. */
public final class S3Exception extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient Map<String, String> details;

  /** Creates an error with S3's code and message. */
  public S3Exception(int status, String code, String message) {
    this(status, code, message, Map.of());
  }

  /** Creates an error with further elements of the response, by name. */
  public S3Exception(int status, String code, String message, Map<String, String> details) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
  }

  /** Returns the error for what the emulator has not. */
  public static S3Exception notImplemented(String what) {
    return new S3Exception(
        501,
        "NotImplemented",
        "The local emulator does not implement %s; local/README.md lists what it has."
            .formatted(what));
  }

  /** Returns the error for a caller without permission. */
  public static S3Exception accessDenied() {
    return new S3Exception(403, "AccessDenied", "Access Denied");
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  Map<String, String> details() {
    return details;
  }
}
