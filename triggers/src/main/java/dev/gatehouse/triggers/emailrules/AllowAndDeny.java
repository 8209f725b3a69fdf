package dev.gatehouse.triggers.emailrules;

import static dev.gatehouse.triggers.emailrules.AddressList.NO_MATCH;

/**
 * Weighs the allow list against the deny list: the closer entry wins, and a tie is allowed.
 *
 * @param allow whose entries stand for themselves alone, so that a mistake lets in nobody
 * @param deny whose domains stand for what is below them too, and whose addresses for the whole
 *     mailbox, so that a mistake keeps out more
 */
record AllowAndDeny(Matcher allow, Matcher deny) {
  /** Where an address stands. */
  enum Standing {
    ALLOWED,
    DENIED,
    UNLISTED
  }

  static AllowAndDeny of(AddressList allow, AddressList deny, CanonicalForm canonical) {
    return new AllowAndDeny(
        Matcher.of(allow, Address::folded), Matcher.of(deny.reachingBelow(), canonical::of));
  }

  Standing standing(Address address) {
    int allowed = allow.closeness(address);
    int denied = deny.closeness(address);
    if (allowed > NO_MATCH && allowed >= denied) {
      return Standing.ALLOWED;
    }
    return denied > NO_MATCH ? Standing.DENIED : Standing.UNLISTED;
  }
}
