package dev.gatehouse.triggers.emailrules;

/**
 * Judges by the shipped list and by what an installation adds to it and takes from it; the closer
 * entry wins, and a tie is no longer disposable.
 */
record Disposable(DisposableList list, Matcher extra, Matcher except) {
  static Disposable of(DisposableList list, AddressList extra, AddressList except) {
    return new Disposable(
        list,
        Matcher.of(extra.reachingBelow(), Address::folded),
        Matcher.of(except.reachingBelow(), Address::folded));
  }

  /** A relay forwards to a mailbox that lasts, whatever a list says of it. */
  boolean holds(Address address) {
    int listed = Math.max(list.closeness(address.domain()), extra.closeness(address));
    return listed > AddressList.NO_MATCH
        && listed > except.closeness(address)
        && !Domains.isRelay(address);
  }
}
