package dev.gatehouse.triggers.emailrules;

import dev.gatehouse.triggers.emailrules.Decision.Refused;
import java.util.Optional;

/** Judges an address by one thing about it. */
@FunctionalInterface
interface Rule {
  /** Returns a decision that ends the matter, or nothing if the next rule is to be asked. */
  Optional<Decision> judge(Address address);

  /** Refuses if something is amiss, and leaves the rest to the next rule. */
  static Optional<Decision> refuseIf(boolean amiss, RefusalCode code) {
    return amiss ? Optional.of(new Refused(code)) : Optional.empty();
  }
}
