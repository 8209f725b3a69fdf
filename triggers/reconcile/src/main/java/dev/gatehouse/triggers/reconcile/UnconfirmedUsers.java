package dev.gatehouse.triggers.reconcile;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/**
 * The removal of users who have not confirmed their sign-up for days, so that nobody holds an
 * address for ever without reading its mail.
 *
 * <p>The pool is asked for the status once more just before. A user who confirms between that
 * answer and the deletion is deleted all the same: Cognito has no conditional deletion.
 *
 * @param after the time after which they are removed, zero for never
 */
record UnconfirmedUsers(UnconfirmedPool pool, Duration after, Clock clock) {
  private static final String AFTER = "REMOVE_UNCONFIRMED_AFTER";

  /**
   * Returns the removal of the settings.
   *
   * @throws InvalidSetting if the time is malformed
   */
  static UnconfirmedUsers from(FunctionSettings settings, UnconfirmedPool pool, Clock clock) {
    try {
      Duration after = Duration.parse(settings.optional(AFTER, "PT0S"));
      if (!after.isNegative()) {
        return new UnconfirmedUsers(pool, after, clock);
      }
    } catch (DateTimeParseException malformed) {
      // Refused as a negative one is.
    }
    throw new InvalidSetting(AFTER, "must be a duration such as P30D");
  }

  /** Removes a user who is due. */
  void remove(PoolUser user, ReconcileProgress progress) {
    if (isDue(user) && pool.isUnconfirmed(user.user().userName())) {
      if (pool.delete(user.user().userName())) {
        progress.unconfirmedRemoved();
      }
    }
  }

  private boolean isDue(PoolUser user) {
    return !after.isZero()
        && PoolUser.UNCONFIRMED.equals(user.status())
        && !user.createdAt().plus(after).isAfter(clock.instant());
  }
}
