package dev.gatehouse.triggers.emailrules;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Matches addresses with a list.
 *
 * @param entries the list's own addresses, in the form in which they are compared
 * @param form that form: as written, or the mailbox behind it
 */
record Matcher(AddressList list, Set<String> entries, Function<Address, String> form) {
  Matcher {
    entries = Set.copyOf(entries);
  }

  static Matcher of(AddressList list, Function<Address, String> form) {
    return new Matcher(list, list.addresses().stream().map(form).collect(Collectors.toSet()), form);
  }

  /** Says how closely the list names the address; by itself is closer than by any domain. */
  int closeness(Address address) {
    if (!entries.isEmpty() && entries.contains(form.apply(address))) {
      return AddressList.ADDRESS_MATCH;
    }
    return list.closeness(address.domain());
  }
}
