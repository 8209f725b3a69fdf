package dev.gatehouse.local.control;

/** The exception for a request that is answered with 400 and its message. */
public final class InvalidRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception with a sentence that says what is accepted. */
  public InvalidRequest(String message) {
    super(message);
  }
}
