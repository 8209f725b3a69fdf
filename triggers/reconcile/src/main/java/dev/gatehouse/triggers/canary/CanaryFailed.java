package dev.gatehouse.triggers.canary;

import org.jspecify.annotations.Nullable;

/** A step of the canary that failed. */
public final class CanaryFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Step step;

  /** Creates the failure of a step. */
  public CanaryFailed(Step step, @Nullable Throwable cause) {
    super(step.name(), cause);
    this.step = step;
  }

  Step step() {
    return step;
  }

  /** The steps; their names are stable, since the log uses them. */
  public enum Step {
    /** The event names no task. */
    TASK_UNKNOWN,
    /** Cognito did not create the user. */
    SIGN_UP_FAILED,
    /** Cognito or post-confirmation did not confirm the user. */
    CONFIRMATION_FAILED,
    /** Cognito issued no token; the password may have changed. */
    SIGN_IN_FAILED,
    /** The API did not return the profile. */
    PROFILE_NOT_READ,
    /** The API did not erase the user. */
    NOT_ERASED
  }
}
