package dev.gatehouse.pulumi.plan.engine;

/** The exception for a plan that cannot be recorded. */
public final class RecordingFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception with a message for the user. */
  public RecordingFailed(String message) {
    super(message);
  }
}
