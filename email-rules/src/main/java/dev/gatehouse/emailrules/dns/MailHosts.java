package dev.gatehouse.emailrules.dns;

/** The mail hosts of domains. */
@FunctionalInterface
public interface MailHosts {
  /**
   * Returns whether hosts accept mail for a domain.
   *
   * @throws LookupFailed if the lookup fails or times out
   */
  boolean acceptMailFor(String domain);
}
