package dev.gatehouse.local.awsquery;

/** An error response of the AWS Query protocol, by code and message. */
public final class QueryError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /** Creates an error with the service's code and message. */
  public QueryError(String code, String message) {
    super(message);
    this.code = code;
  }

  /** Returns the error for a parameter whose value the service does not accept. */
  public static QueryError invalidParameter(String message) {
    return new QueryError("InvalidParameterValue", message);
  }

  /** Returns the error code. */
  public String code() {
    return code;
  }
}
