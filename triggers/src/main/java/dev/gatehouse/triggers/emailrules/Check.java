package dev.gatehouse.triggers.emailrules;

import java.util.function.Predicate;

/**
 * Judges an address by one thing about it, as strictly as it is set to.
 *
 * @param refuses what the rule is against; whatever it throws counts as no answer, and no answer is
 *     held against nobody
 */
record Check(String rule, Strictness strictness, RefusalCode code, Predicate<Address> refuses) {

  /** Whether the address is refused; one in shadow is only reported. */
  boolean refuses(Address address, Witness witness) {
    if (strictness == Strictness.OFF || !isAgainst(address, witness)) {
      return false;
    }
    if (strictness == Strictness.SHADOW) {
      witness.wouldBeRefusedBy(rule);
      return false;
    }
    return true;
  }

  private boolean isAgainst(Address address, Witness witness) {
    try {
      return refuses.test(address);
    } catch (RuntimeException unanswered) {
      witness.unanswered(rule);
      return false;
    }
  }
}
