package dev.gatehouse.triggers;

import org.jspecify.annotations.Nullable;

/**
 * Says what became of an invocation, for the log and the metrics; never who it was about.
 *
 * @param error whether somebody should look at it
 * @param name what happened, in the past tense
 * @param code the stable code of a refusal or an error
 * @param rule the id of the rule that was behind it
 * @param metric the metric that this outcome counts once
 */
public record Outcome(
    boolean error,
    String name,
    @Nullable String code,
    @Nullable String rule,
    @Nullable String metric) {

  /** Describes an invocation that did its work. */
  public static Outcome of(String name) {
    return new Outcome(false, name, null, null, null);
  }

  /** Describes an invocation that could not do its work, and why. */
  public static Outcome error(String name, String code) {
    return new Outcome(true, name, code, null, null);
  }

  /** Gives the outcome a stable code. */
  public Outcome withCode(String stable) {
    return new Outcome(error, name, stable, rule, metric);
  }

  /** Says which rule was behind the outcome. */
  public Outcome withRule(@Nullable String id) {
    return new Outcome(error, name, code, id, metric);
  }

  /** Counts the outcome in this metric. */
  public Outcome countedAs(String counted) {
    return new Outcome(error, name, code, rule, counted);
  }
}
