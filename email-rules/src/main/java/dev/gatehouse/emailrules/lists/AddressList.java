package dev.gatehouse.emailrules.lists;

import dev.gatehouse.emailrules.providers.Provider;
import dev.gatehouse.emailrules.syntax.Address;
import dev.gatehouse.emailrules.syntax.AddressSyntax;
import dev.gatehouse.emailrules.syntax.AddressSyntax.Valid;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A list of addresses ({@code user@example.com}), domains ({@code example.com}) and wildcards for
 * the subdomains of a domain at any depth ({@code *.example.com}).
 *
 * @param parents the domains of the wildcards
 */
public record AddressList(Set<Address> addresses, Set<String> domains, Set<String> parents) {
  /** The specificity of a list that does not match. */
  static final int NO_MATCH = 0;

  /** The specificity of an entry that is the address itself. */
  static final int ADDRESS_MATCH = Integer.MAX_VALUE;

  /** The specificity of an entry that is the domain itself. */
  static final int DOMAIN_MATCH = ADDRESS_MATCH - 1;

  private static final String WILDCARD = "*.";

  /** Copies the sets. */
  public AddressList {
    addresses = Set.copyOf(addresses);
    domains = Set.copyOf(domains);
    parents = Set.copyOf(parents);
  }

  /**
   * Parses the entries of a list.
   *
   * @throws IllegalArgumentException with the number of the first malformed entry
   */
  public static AddressList of(List<String> entries) {
    Set<Address> addresses = new HashSet<>();
    Set<String> domains = new HashSet<>();
    Set<String> parents = new HashSet<>();
    for (int number = 1; number <= entries.size(); number++) {
      String entry = entries.get(number - 1);
      String name = entry.startsWith("@") ? entry.substring(1) : entry;
      if (name.indexOf('@') >= 0) {
        addresses.add(parse(name, number));
      } else if (name.startsWith(WILDCARD)) {
        parents.add(parse("x@" + name.substring(WILDCARD.length()), number).domain());
      } else {
        domains.add(parse("x@" + name, number).domain());
      }
    }
    return new AddressList(addresses, domains, parents);
  }

  private static Address parse(String address, int number) {
    if (AddressSyntax.A_LABELS.parse(address) instanceof Valid valid
        && !Provider.cannotIssue(valid.address())) {
      return valid.address();
    }
    // By number: an entry may be a user's address, and this message ends up in a log.
    throw new IllegalArgumentException("entry " + number);
  }

  /** Returns a list with the entries of both lists. */
  public AddressList and(AddressList other) {
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

  /** Returns a list whose domains match their subdomains as well. */
  AddressList withSubdomains() {
    return new AddressList(addresses, domains, union(parents, domains));
  }

  boolean isEmpty() {
    return addresses.isEmpty() && domains.isEmpty() && parents.isEmpty();
  }

  /**
   * Returns the specificity of the entry that matches a domain best. The domain itself is more
   * specific than a parent, and a long parent more than a short one.
   *
   * @return {@link #NO_MATCH} if no entry matches
   */
  int specificity(String domain) {
    return domains.contains(domain) ? DOMAIN_MATCH : specificityOfParents(domain);
  }

  private int specificityOfParents(String domain) {
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
