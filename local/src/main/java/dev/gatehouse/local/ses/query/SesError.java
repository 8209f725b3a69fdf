package dev.gatehouse.local.ses.query;

/** An error response of SES, by code and message. */
public final class SesError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /** Creates an error with SES's code and message. */
  public SesError(String code, String message) {
    super(message);
    this.code = code;
  }

  /** Returns the error for a parameter whose value SES does not accept. */
  public static SesError invalidParameter(String message) {
    return new SesError("InvalidParameterValue", message);
  }

  /** Returns SES's error code. */
  public String code() {
    return code;
  }
}
