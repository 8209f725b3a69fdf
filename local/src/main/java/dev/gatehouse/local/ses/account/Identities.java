package dev.gatehouse.local.ses.account;

import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** The verified addresses and domains, case-insensitive. */
public final class Identities {

  private static final String ARN_RESOURCE = ":identity/";
  private static final String ARN_PREFIX = "arn:aws:ses:us-east-1:000000000000" + ARN_RESOURCE;

  private final Set<String> verified = new ConcurrentSkipListSet<>();

  /** Creates the set of these identities. */
  public Identities(Collection<String> verified) {
    verified.forEach(this::verify);
  }

  /** Returns every identity that the plan declares or that a user pool of it sends through. */
  static Identities of(Plan plan) {
    Identities identities = new Identities(List.of());
    for (Resource resource : plan.resources()) {
      switch (resource.type()) {
        case "aws:ses/emailIdentity:EmailIdentity" -> identities.verify(resource.input("email"));
        case "aws:ses/domainIdentity:DomainIdentity" -> identities.verify(resource.input("domain"));
        case "aws:cognito/userPool:UserPool" -> identities.verifySourceOf(resource);
        default -> {}
      }
    }
    return identities;
  }

  /** Verifies an identity at once, without the link in a mail or the DNS record of AWS. */
  public void verify(String identity) {
    verified.add(identity.toLowerCase(Locale.ROOT));
  }

  /** Deletes an identity, if it is there. */
  public void delete(String identity) {
    verified.remove(identity.toLowerCase(Locale.ROOT));
  }

  /** Returns whether exactly this address or domain is verified. */
  public boolean contains(String identity) {
    return verified.contains(identity.toLowerCase(Locale.ROOT));
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

  private void verifySourceOf(Resource pool) {
    var sourceArn = pool.object("emailConfiguration").get("sourceArn");
    if (sourceArn != null && sourceArn.isJsonPrimitive()) {
      String arn = sourceArn.getAsString();
      verify(arn.substring(arn.indexOf(ARN_RESOURCE) + ARN_RESOURCE.length()));
    }
  }
}
