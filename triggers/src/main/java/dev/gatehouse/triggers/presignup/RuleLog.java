package dev.gatehouse.triggers.presignup;

import dev.gatehouse.triggers.InvocationLog.Invocation;
import dev.gatehouse.triggers.Outcome;
import dev.gatehouse.triggers.emailrules.Witness;
import org.jspecify.annotations.Nullable;

/** Counts what the rules said, and remembers which of them refused. */
final class RuleLog implements Witness {
  private final Invocation invocation;
  private @Nullable String refusing;

  RuleLog(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public void refusedBy(String rule) {
    refusing = rule;
  }

  @Override
  public void wouldBeRefusedBy(String rule) {
    invocation.passed(Outcome.of("would-be-refused").withRule(rule).countedAs("SignUpsInShadow"));
  }

  @Override
  public void unanswered(String rule) {
    invocation.passed(
        Outcome.error("passed-over", "RULE_UNANSWERED")
            .withRule(rule)
            .countedAs("RulesUnanswered"));
  }

  @Nullable String refusing() {
    return refusing;
  }
}
