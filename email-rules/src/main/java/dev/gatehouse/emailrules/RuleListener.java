package dev.gatehouse.emailrules;

/** A listener for the results of single rules, for logs and metrics. It never sees the address. */
public interface RuleListener {
  /** A listener that ignores all results. */
  RuleListener NONE =
      new RuleListener() {
        @Override
        public void refusedBy(String rule) {}

        @Override
        public void wouldBeRefusedBy(String rule) {}

        @Override
        public void lookupFailed(String rule) {}
      };

  /** Receives the rule that refuses the address. */
  void refusedBy(String rule);

  /** Receives a rule that would refuse the address if it were set to reject instead of log. */
  void wouldBeRefusedBy(String rule);

  /** Receives a rule that let the address pass because its lookup failed. */
  void lookupFailed(String rule);
}
