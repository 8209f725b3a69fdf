package dev.gatehouse.triggers.presignup;

import dev.gatehouse.emailrules.RuleListener;
import dev.gatehouse.lambda.log.InvocationLog.Invocation;
import dev.gatehouse.lambda.log.Outcome;
import org.jspecify.annotations.Nullable;

/** The log lines and metrics of the rules in one invocation. */
final class RuleLog implements RuleListener {
  private final Invocation invocation;
  private @Nullable String refusedBy;

  RuleLog(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public void refusedBy(String rule) {
    refusedBy = rule;
  }

  @Override
  public void wouldBeRefusedBy(String rule) {
    invocation.passed(
        Outcome.of("would-be-refused").withRule(rule).countedAs("SignUpsWouldBeRefused"));
  }

  @Override
  public void lookupFailed(String rule) {
    invocation.passed(
        Outcome.error("lookup-failed", "RULE_LOOKUP_FAILED")
            .withRule(rule)
            .countedAs("RuleLookupsFailed"));
  }

  /** Returns the id of the rule that refused the address, or null. */
  @Nullable String refusedBy() {
    return refusedBy;
  }
}
