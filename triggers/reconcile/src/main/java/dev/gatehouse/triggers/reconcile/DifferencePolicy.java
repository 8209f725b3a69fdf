package dev.gatehouse.triggers.reconcile;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import java.time.Duration;

/**
 * What reconcile does with rows that differ from the pool, or whose users are gone.
 *
 * @param repairs whether it changes and removes them, besides counting them
 * @param grace the time from finding that a user is gone to the removal of the row
 * @param maxRemovedPercent the share of the table that one pass may remove, rounded up to a row
 */
record DifferencePolicy(boolean repairs, Duration grace, int maxRemovedPercent) {
  private static final int MAX_HOURS = 24 * 365;

  /**
   * Returns the policy of the settings.
   *
   * @throws InvalidSetting if one is malformed
   */
  static DifferencePolicy from(FunctionSettings settings) {
    return new DifferencePolicy(
        repairs(settings.optional("RECONCILE_DIFFERENCES", "report")),
        Duration.ofHours(number(settings, "RECONCILE_GRACE_HOURS", "72", 0, MAX_HOURS)),
        number(settings, "RECONCILE_MAX_REMOVED_PERCENT", "5", 1, 100));
  }

  /** Returns how many rows of a table one pass may remove. */
  long limit(long rows) {
    return (rows * maxRemovedPercent + 99) / 100;
  }

  private static boolean repairs(String differences) {
    return switch (differences) {
      case "report" -> false;
      case "repair" -> true;
      default -> throw new InvalidSetting("RECONCILE_DIFFERENCES", "must be report or repair");
    };
  }

  private static int number(
      FunctionSettings settings, String name, String fallback, int min, int max) {
    String text = settings.optional(name, fallback);
    int number = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
    if (number < min || number > max) {
      throw new InvalidSetting(name, "must be a number from " + min + " to " + max);
    }
    return number;
  }
}
