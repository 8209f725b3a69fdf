package dev.gatehouse.local.inspect;

/** The error that a service of AWS returned to the console. */
public final class AwsCallFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /** Creates an error. */
  public AwsCallFailed(String code, String message) {
    super(message);
    this.code = code;
  }

  /** Returns the name of the error, such as {@code UserNotFoundException}. */
  public String code() {
    return code;
  }
}
