package dev.gatehouse.lambda.log;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of an invocation, for the log and the metrics.
 *
 * @param error whether an operator should look at it
 * @param name what happened, in the past tense
 * @param code the stable code of a refusal or an error
 * @param rule the id of the rule that decided
 * @param metric the metric that this outcome counts once
 */
public record Outcome(
    boolean error,
    String name,
    @Nullable String code,
    @Nullable String rule,
    @Nullable String metric) {

  /** Returns the outcome of an invocation that did its work. */
  public static Outcome of(String name) {
    return new Outcome(false, name, null, null, null);
  }

  /** Returns the outcome of an invocation that failed, with the code of the reason. */
  public static Outcome error(String name, String code) {
    return new Outcome(true, name, code, null, null);
  }

  /**
   * Returns the outcome of a refusal: an error only if its code is INTERNAL, which says that the
   * decision itself failed.
   */
  public static Outcome refused(String code) {
    return code.equals("INTERNAL") ? error("failed", code) : of("refused").withCode(code);
  }

  /** Returns this outcome with a stable code. */
  public Outcome withCode(String stable) {
    return new Outcome(error, name, stable, rule, metric);
  }

  /** Returns this outcome with the id of the rule that decided. */
  public Outcome withRule(@Nullable String id) {
    return new Outcome(error, name, code, id, metric);
  }

  /** Returns this outcome with the metric that counts it. */
  public Outcome countedAs(String counted) {
    return new Outcome(error, name, code, rule, counted);
  }
}
