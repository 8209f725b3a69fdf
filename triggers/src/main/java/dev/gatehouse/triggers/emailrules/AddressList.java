package dev.gatehouse.triggers.emailrules;

import dev.gatehouse.triggers.emailrules.Decision.Allowed;
import java.util.HashSet;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * Lists addresses ({@code user@example.com}), domains ({@code example.com}) and what is below a
 * domain at any depth ({@code *.example.com}), separated by commas or white space.
 */
record AddressList(Set<String> addresses, Set<String> domains, Set<String> parents) {
  static final int NO_MATCH = 0;

  private static final String BELOW = "*.";
  private static final int ADDRESS_MATCH = Integer.MAX_VALUE;
  private static final int DOMAIN_MATCH = ADDRESS_MATCH - 1;
  private static final Rules WELL_FORMED = new Rules(Syntax.rules(254));

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
  static AddressList parse(String entries) {
    Set<String> addresses = new HashSet<>();
    Set<String> domains = new HashSet<>();
    Set<String> parents = new HashSet<>();
    StringTokenizer tokens = new StringTokenizer(entries, ", \t\r\n");
    for (int number = 1; tokens.hasMoreTokens(); number++) {
      String entry = Letters.lower(tokens.nextToken());
      String name = entry.startsWith("@") ? entry.substring(1) : entry;
      if (name.indexOf('@') >= 0) {
        addresses.add(wellFormed(name, name, number));
      } else if (name.startsWith(BELOW)) {
        String parent = name.substring(BELOW.length());
        parents.add(wellFormed(parent, "x@" + parent, number));
      } else {
        domains.add(wellFormed(name, "x@" + name, number));
      }
    }
    return new AddressList(addresses, domains, parents);
  }

  private static String wellFormed(String name, String address, int number) {
    if (!(WELL_FORMED.judge(new Address(address)) instanceof Allowed)) {
      // By number, since an entry may be somebody's address and this ends up in a log.
      throw new IllegalArgumentException("entry " + number);
    }
    return name;
  }

  /** Returns the list with each domain standing for what is below it as well. */
  AddressList reachingBelow() {
    Set<String> reached = new HashSet<>(parents);
    reached.addAll(domains);
    return new AddressList(addresses, domains, reached);
  }

  boolean isEmpty() {
    return addresses.isEmpty() && domains.isEmpty() && parents.isEmpty();
  }

  /**
   * Says how closely the list names an address: as itself more than by its domain, by a long parent
   * more than by a short one.
   *
   * @return {@link #NO_MATCH} if no entry does, more for a closer one
   */
  int closeness(Address address) {
    if (addresses.contains(Letters.lower(address.text()))) {
      return ADDRESS_MATCH;
    }
    String domain = Letters.lower(address.domain());
    return domains.contains(domain) ? DOMAIN_MATCH : closestParent(domain);
  }

  /** Walks label by label, so that notexample.com is not taken for example.com. */
  private int closestParent(String domain) {
    for (int dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1)) {
      String parent = domain.substring(dot + 1);
      if (parents.contains(parent)) {
        return parent.length();
      }
    }
    return NO_MATCH;
  }
}
