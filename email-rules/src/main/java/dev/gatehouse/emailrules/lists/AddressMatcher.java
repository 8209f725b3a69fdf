package dev.gatehouse.emailrules.lists;

import dev.gatehouse.emailrules.syntax.Address;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A matcher of addresses against a list.
 *
 * @param entries the addresses of the list, in the form in which they are compared
 * @param form that form: lower case, or the canonical form
 */
record AddressMatcher(AddressList list, Set<String> entries, Function<Address, String> form) {
  AddressMatcher {
    entries = Set.copyOf(entries);
  }

  static AddressMatcher of(AddressList list, Function<Address, String> form) {
    return new AddressMatcher(
        list, list.addresses().stream().map(form).collect(Collectors.toSet()), form);
  }

  /** Returns the specificity of the match; the address itself is the most specific. */
  int specificity(Address address) {
    if (!entries.isEmpty() && entries.contains(form.apply(address))) {
      return AddressList.ADDRESS_MATCH;
    }
    return list.specificity(address.domain());
  }
}
