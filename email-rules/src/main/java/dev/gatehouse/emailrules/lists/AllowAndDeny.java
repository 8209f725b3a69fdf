package dev.gatehouse.emailrules.lists;

import static dev.gatehouse.emailrules.lists.AddressList.NO_MATCH;

import dev.gatehouse.emailrules.providers.CanonicalForm;
import dev.gatehouse.emailrules.syntax.Address;

/** The allow list and the deny list: the more specific entry wins, and a tie is allowed. */
public final class AllowAndDeny {
  private final AddressMatcher allow;
  private final AddressMatcher deny;

  private AllowAndDeny(AddressMatcher allow, AddressMatcher deny) {
    this.allow = allow;
    this.deny = deny;
  }

  /**
   * Returns the combination of two lists.
   *
   * @param allow entries match exactly, so that a mistake admits no other address
   * @param deny domains match their subdomains, and addresses match all addresses of the mailbox,
   *     so that a mistake refuses more
   */
  public static AllowAndDeny of(AddressList allow, AddressList deny) {
    return new AllowAndDeny(
        AddressMatcher.of(allow, Address::inLowerCase),
        AddressMatcher.of(deny.withSubdomains(), CanonicalForm::of));
  }

  /** Returns whether the allow list is empty. */
  public boolean allowsNothing() {
    return allow.list().isEmpty();
  }

  /** Returns which of the lists matches an address. */
  public ListMatch match(Address address) {
    int allowed = allow.specificity(address);
    int denied = deny.specificity(address);
    if (allowed > NO_MATCH && allowed >= denied) {
      return ListMatch.ALLOWED;
    }
    return denied > NO_MATCH ? ListMatch.DENIED : ListMatch.UNLISTED;
  }
}
