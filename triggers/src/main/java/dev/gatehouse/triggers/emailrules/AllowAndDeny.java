package dev.gatehouse.triggers.emailrules;

import static dev.gatehouse.triggers.emailrules.AddressList.NO_MATCH;

import dev.gatehouse.triggers.emailrules.Decision.Allowed;
import java.util.Optional;

/**
 * Weighs the allow list against the deny list: the closer entry wins, and a tie is allowed.
 *
 * @param allow whose domains stand for themselves alone, so that a mistake lets in nobody
 * @param deny whose domains stand for what is below them too, so that a mistake keeps out more
 * @param listedOnly whether an address on neither list is refused; an empty allow list then means
 *     nobody
 */
record AllowAndDeny(AddressList allow, AddressList deny, boolean listedOnly) implements Rule {
  AllowAndDeny {
    deny = deny.reachingBelow();
  }

  @Override
  public Optional<Decision> judge(Address address) {
    int allowed = allow.closeness(address);
    int denied = deny.closeness(address);
    if (allowed > NO_MATCH && allowed >= denied) {
      return Optional.of(new Allowed());
    }
    return Rule.refuseIf(denied > NO_MATCH || listedOnly, RefusalCode.EMAIL_NOT_ALLOWED);
  }
}
