package dev.gatehouse.local.cognito.limits;

import dev.gatehouse.local.state.StateStore;
import java.time.Clock;

/** The limits of users, which are stored. */
public record UserLimits(AttemptLimits attempts, PasswordLockouts lockouts) {

  /** Creates the limits with what is stored of them. */
  public static UserLimits of(Clock clock, StateStore state) {
    return new UserLimits(new AttemptLimits(clock, state), new PasswordLockouts(clock, state));
  }
}
