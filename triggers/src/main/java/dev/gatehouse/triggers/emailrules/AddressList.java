package dev.gatehouse.triggers.emailrules;

import dev.gatehouse.triggers.emailrules.Syntax.Read;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lists addresses ({@code user@example.com}), domains ({@code example.com}) and what is below a
 * domain at any depth ({@code *.example.com}).
 */
record AddressList(Set<Address> addresses, Set<String> domains, Set<String> parents) {
  static final int NO_MATCH = 0;

  private static final String BELOW = "*.";

  /** How closely an address is named that is an entry itself. */
  static final int ADDRESS_MATCH = Integer.MAX_VALUE;

  static final int DOMAIN_MATCH = ADDRESS_MATCH - 1;
  private static final Syntax WELL_FORMED = new Syntax(Syntax.LONGEST, IdnForm.ALABEL);

  AddressList {
    addresses = Set.copyOf(addresses);
    domains = Set.copyOf(domains);
    parents = Set.copyOf(parents);
  }

  /**
   * Reads a list.
   *
   * @throws IllegalArgumentException if an entry is none of the three
   */
  static AddressList of(List<String> entries) {
    Set<Address> addresses = new HashSet<>();
    Set<String> domains = new HashSet<>();
    Set<String> parents = new HashSet<>();
    for (int number = 1; number <= entries.size(); number++) {
      String entry = entries.get(number - 1);
      String name = entry.startsWith("@") ? entry.substring(1) : entry;
      if (name.indexOf('@') >= 0) {
        addresses.add(wellFormed(name, number));
      } else if (name.startsWith(BELOW)) {
        parents.add(wellFormed("x@" + name.substring(BELOW.length()), number).domain());
      } else {
        domains.add(wellFormed("x@" + name, number).domain());
      }
    }
    return new AddressList(addresses, domains, parents);
  }

  private static Address wellFormed(String address, int number) {
    if (WELL_FORMED.read(address) instanceof Read read) {
      return read.address();
    }
    // By number, since an entry may be somebody's address and this ends up in a log.
    throw new IllegalArgumentException("entry " + number);
  }

  /** Returns the list of what is on this one or on the other. */
  AddressList and(AddressList other) {
    return new AddressList(
        union(addresses, other.addresses),
        union(domains, other.domains),
        union(parents, other.parents));
  }

  private static <T> Set<T> union(Set<T> one, Set<T> other) {
    Set<T> both = new HashSet<>(one);
    both.addAll(other);
    return both;
  }

  /** Returns the list with each domain standing for what is below it as well. */
  AddressList reachingBelow() {
    return new AddressList(addresses, domains, union(parents, domains));
  }

  boolean isEmpty() {
    return addresses.isEmpty() && domains.isEmpty() && parents.isEmpty();
  }

  /**
   * Says how closely the list names a domain: as itself more than by a parent, by a long parent
   * more than by a short one.
   *
   * @return {@link #NO_MATCH} if no entry does, more for a closer one
   */
  int closeness(String domain) {
    return domains.contains(domain) ? DOMAIN_MATCH : closestParent(domain);
  }

  private int closestParent(String domain) {
    if (parents.isEmpty()) {
      return NO_MATCH;
    }
    for (int dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1)) {
      String parent = domain.substring(dot + 1);
      if (parents.contains(parent)) {
        return parent.length();
      }
    }
    return NO_MATCH;
  }
}
