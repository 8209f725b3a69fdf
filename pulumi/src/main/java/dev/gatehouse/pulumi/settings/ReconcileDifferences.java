package dev.gatehouse.pulumi.settings;

import java.util.Map;

/**
 * The settings of what reconcile does with rows that differ from the pool or whose users are gone.
 *
 * @param mode report or repair
 * @param graceHours the hours from finding that a user is gone to the removal of the row
 * @param maxRemovedPercent the share of the table that one run may remove
 */
public record ReconcileDifferences(String mode, int graceHours, int maxRemovedPercent) {
  private static final int MAX_HOURS = 24 * 365;

  static ReconcileDifferences of(SettingReader reader) {
    return new ReconcileDifferences(
        reader.of("reconcileDifferences", "repair").oneOf("report", "repair"),
        reader.of("reconcileGraceHours", "72").number(0, MAX_HOURS, "hours"),
        reader.of("reconcileMaxRemovedPercent", "5").number(1, 100, "percent"));
  }

  /** Returns whether reconcile changes and removes rows, besides counting them. */
  public boolean repairs() {
    return mode.equals("repair");
  }

  /** Returns the variables of the function. */
  public Map<String, String> variables() {
    return Map.of(
        "RECONCILE_DIFFERENCES", mode,
        "RECONCILE_GRACE_HOURS", String.valueOf(graceHours),
        "RECONCILE_MAX_REMOVED_PERCENT", String.valueOf(maxRemovedPercent));
  }
}
