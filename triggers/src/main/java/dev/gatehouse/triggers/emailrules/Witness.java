package dev.gatehouse.triggers.emailrules;

/** Hears what the rules said of an address, by the id of the rule and never by the address. */
public interface Witness {
  /** Hears nothing. */
  Witness NOBODY =
      new Witness() {
        @Override
        public void refusedBy(String rule) {}

        @Override
        public void wouldBeRefusedBy(String rule) {}

        @Override
        public void unanswered(String rule) {}
      };

  /** Says which rule refused the address. */
  void refusedBy(String rule);

  /** Says which rule would have refused the address, were it set to more than counting. */
  void wouldBeRefusedBy(String rule);

  /** Says which rule was passed over, since what it asks did not answer. */
  void unanswered(String rule);
}
