package dev.gatehouse.emailrules.lists;

import dev.gatehouse.emailrules.syntax.Address;
import java.time.LocalDate;

/**
 * The shipped list of disposable domains with the additions and exceptions of an installation. The
 * more specific entry wins, and a tie is not disposable.
 */
public final class DisposableDomains {
  private final DisposableList shipped;
  private final AddressMatcher extra;
  private final AddressMatcher except;

  private DisposableDomains(DisposableList shipped, AddressMatcher extra, AddressMatcher except) {
    this.shipped = shipped;
    this.extra = extra;
    this.except = except;
  }

  /** Loads the shipped list. */
  public static DisposableDomains of(AddressList extra, AddressList except) {
    return new DisposableDomains(
        DisposableList.shipped(),
        AddressMatcher.of(extra.withSubdomains(), Address::inLowerCase),
        AddressMatcher.of(except.withSubdomains(), Address::inLowerCase));
  }

  /** Returns the day of the shipped list. */
  public static LocalDate shippedDate() {
    return DisposableList.shippedDate();
  }

  /**
   * Returns whether an address is disposable. A relay never is: it forwards to a lasting mailbox.
   */
  public boolean contains(Address address) {
    int onShippedList =
        KnownDomains.isLasting(address)
            ? AddressList.NO_MATCH
            : shipped.specificity(address.domain());
    int listed = Math.max(onShippedList, extra.specificity(address));
    return listed > AddressList.NO_MATCH
        && listed > except.specificity(address)
        && !KnownDomains.isRelay(address);
  }
}
