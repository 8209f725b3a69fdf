package dev.gatehouse.triggers.emailrules;

/**
 * Holds an address that is one.
 *
 * @param local what stands before the @ sign, as it was typed in
 * @param domain what stands after it, in small letters and, where it is international, as xn--
 */
record Address(String local, String domain) {
  /** Returns the address without regard to case, which no provider that matters has. */
  String folded() {
    return Letters.lower(local) + '@' + domain;
  }
}
