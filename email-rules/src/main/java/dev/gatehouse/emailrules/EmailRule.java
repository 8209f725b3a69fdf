package dev.gatehouse.emailrules;

import dev.gatehouse.emailrules.syntax.Address;
import java.util.function.Predicate;

/**
 * A rule that refuses, logs or ignores addresses with one property, as its strictness says.
 *
 * @param id the name of the rule in logs and metrics
 * @param code the reason that a refusal gives
 * @param applies the property; if it throws, the lookup has failed and the address passes
 */
record EmailRule(String id, Strictness strictness, RefusalCode code, Predicate<Address> applies) {

  /** Returns whether the address is refused; {@link Strictness#LOG} only reports it. */
  boolean refuses(Address address, RuleListener listener) {
    if (strictness == Strictness.OFF || !appliesTo(address, listener)) {
      return false;
    }
    if (strictness == Strictness.LOG) {
      listener.wouldBeRefusedBy(id);
      return false;
    }
    return true;
  }

  private boolean appliesTo(Address address, RuleListener listener) {
    try {
      return applies.test(address);
    } catch (RuntimeException failed) {
      listener.lookupFailed(id);
      return false;
    }
  }
}
