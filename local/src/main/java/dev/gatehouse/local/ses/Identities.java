package dev.gatehouse.local.ses;

import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Knows which addresses and domains may send. */
final class Identities {

  private static final String IN_AN_ARN = ":identity/";
  private static final String HERE = "arn:aws:ses:us-east-1:000000000000" + IN_AN_ARN;

  private final Set<String> verified = new ConcurrentSkipListSet<>();

  Identities(Collection<String> verified) {
    verified.forEach(this::verify);
  }

  /** Takes every identity that the plan declares or that one of its pools sends through. */
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

  /** Verifies at once what AWS verifies by a link in a mail or by a DNS record. */
  void verify(String identity) {
    verified.add(identity.toLowerCase(Locale.ROOT));
  }

  boolean contains(String identity) {
    return verified.contains(identity.toLowerCase(Locale.ROOT));
  }

  List<String> all() {
    return List.copyOf(verified);
  }

  /** Says whether mail may come from here: {@code a@b} or {@code Name <a@b>}. */
  boolean maySend(String source) {
    try {
      String address = new InternetAddress(source, false).getAddress();
      return contains(address) || coveredByDomain(address.substring(address.lastIndexOf('@') + 1));
    } catch (AddressException e) {
      return false;
    }
  }

  /** Says whether this is the ARN of a verified identity that mail from here may go through. */
  boolean covers(String arn, String source) {
    String identity = arn.startsWith(HERE) ? arn.substring(HERE.length()) : "";
    return contains(identity) && new Identities(List.of(identity)).maySend(source);
  }

  /** A verified domain covers its addresses and its subdomains. */
  private boolean coveredByDomain(String domain) {
    int dot = domain.indexOf('.');
    return contains(domain) || (dot >= 0 && coveredByDomain(domain.substring(dot + 1)));
  }

  private void verifySourceOf(Resource pool) {
    var sourceArn = pool.object("emailConfiguration").get("sourceArn");
    if (sourceArn != null && sourceArn.isJsonPrimitive()) {
      String arn = sourceArn.getAsString();
      verify(arn.substring(arn.indexOf(IN_AN_ARN) + IN_AN_ARN.length()));
    }
  }
}
