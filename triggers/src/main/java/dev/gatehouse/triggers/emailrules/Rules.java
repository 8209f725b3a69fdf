package dev.gatehouse.triggers.emailrules;

import dev.gatehouse.triggers.emailrules.Decision.Allowed;
import java.util.List;
import java.util.Optional;

/** Asks rule after rule; the first that decides ends it, and what none refuses is allowed. */
record Rules(List<Rule> inOrder) {
  Rules {
    inOrder = List.copyOf(inOrder);
  }

  Decision judge(Address address) {
    for (Rule rule : inOrder) {
      Optional<Decision> decision = rule.judge(address);
      if (decision.isPresent()) {
        return decision.get();
      }
    }
    return new Allowed();
  }
}
