package dev.gatehouse.local.ses.account;

import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import dev.gatehouse.local.state.StateEntries;
import dev.gatehouse.local.state.StateStore;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/** The verified addresses and domains, case-insensitive. */
public final class Identities {

  private static final String ARN_RESOURCE = ":identity/";
  private static final String ARN_PREFIX = "arn:aws:ses:us-east-1:000000000000" + ARN_RESOURCE;

  private final Set<String> verified = new ConcurrentSkipListSet<>();
  private final StateEntries<Boolean> entries;

  /** Creates the set of these identities. */
  public Identities(Collection<String> verified) {
    this(verified, StateStore.none());
  }

  /** Creates the set of these identities and the stored ones. */
  private Identities(Collection<String> declared, StateStore state) {
    Set<String> lowerCase = declared.stream().map(Identities::key).collect(Collectors.toSet());
    entries = state.entries("ses-identities", Boolean.class);
    state.read(
        () -> {
          Set<String> all = new HashSet<>(lowerCase);
          all.addAll(entries.all().keySet());
          verified.addAll(all);
          verified.retainAll(all);
        });
  }

  /**
   * Returns every identity that the plan declares or that a user pool of it sends through, and
   * those that were verified before.
   */
  static Identities of(Plan plan, StateStore state) {
    List<String> declared = new ArrayList<>();
    for (Resource resource : plan.resources()) {
      switch (resource.type()) {
        case "aws:ses/emailIdentity:EmailIdentity" -> declared.add(resource.input("email"));
        case "aws:ses/domainIdentity:DomainIdentity" -> declared.add(resource.input("domain"));
        case "aws:cognito/userPool:UserPool" -> addSourceOf(resource, declared);
        default -> {}
      }
    }
    return new Identities(declared, state);
  }

  /** Verifies an identity at once, without the link in a mail or the DNS record of AWS. */
  public void verify(String identity) {
    verified.add(key(identity));
    store(key(identity));
  }

  /** Deletes an identity, if it is there. */
  public void delete(String identity) {
    verified.remove(key(identity));
    store(key(identity));
  }

  private void store(String key) {
    entries.changed(key, () -> verified.contains(key) ? true : null);
  }

  private static String key(String identity) {
    return identity.toLowerCase(Locale.ROOT);
  }

  /** Returns whether exactly this address or domain is verified. */
  public boolean contains(String identity) {
    return verified.contains(key(identity));
  }

  /** Returns all identities in alphabetical order. */
  public List<String> all() {
    return List.copyOf(verified);
  }

  /** Returns whether this sender, {@code a@b} or {@code Name <a@b>}, is verified. */
  boolean maySend(String source) {
    try {
      String address = new InternetAddress(source, false).getAddress();
      return contains(address)
          || coveringDomain(address.substring(address.lastIndexOf('@') + 1)).isPresent();
    } catch (AddressException e) {
      return false;
    }
  }

  /**
   * Returns the verified identity that covers a sender, the address before its domain; the address
   * itself if none does.
   */
  public String covering(String source) {
    try {
      String address = new InternetAddress(source, false).getAddress().toLowerCase(Locale.ROOT);
      String domain = address.substring(address.lastIndexOf('@') + 1);
      return contains(address) ? address : coveringDomain(domain).orElse(address);
    } catch (AddressException e) {
      return source;
    }
  }

  /** A verified domain covers its addresses and its subdomains. */
  private Optional<String> coveringDomain(String domain) {
    int dot = domain.indexOf('.');
    if (contains(domain)) {
      return Optional.of(domain);
    }
    return dot < 0 ? Optional.empty() : coveringDomain(domain.substring(dot + 1));
  }

  /** Returns whether the ARN names a verified identity that covers this sender. */
  boolean covers(String arn, String source) {
    String identity = arn.startsWith(ARN_PREFIX) ? arn.substring(ARN_PREFIX.length()) : "";
    return contains(identity) && new Identities(List.of(identity)).maySend(source);
  }

  private static void addSourceOf(Resource pool, List<String> declared) {
    var sourceArn = pool.object("emailConfiguration").get("sourceArn");
    if (sourceArn != null && sourceArn.isJsonPrimitive()) {
      String arn = sourceArn.getAsString();
      declared.add(arn.substring(arn.indexOf(ARN_RESOURCE) + ARN_RESOURCE.length()));
    }
  }
}
