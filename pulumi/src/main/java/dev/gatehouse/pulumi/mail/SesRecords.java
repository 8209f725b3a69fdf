package dev.gatehouse.pulumi.mail;

import dev.gatehouse.pulumi.settings.SenderSettings;
import dev.gatehouse.pulumi.settings.StackConfig;

/** The names and values of the DNS records of an SES identity that the stack creates. */
record SesRecords(StackConfig config) {
  /** Returns the name of the TXT record that says which stack has the identity of a region. */
  String ownerName() {
    return "_gatehouse-%s.%s".formatted(region(), sender().managedDomain());
  }

  /** Returns the pattern of the names of these records in all regions. */
  String ownerNames() {
    return "_gatehouse-[a-z0-9-]+\\." + sender().managedDomain().replace(".", "\\.");
  }

  /** Returns the stack that has the identity, and the policy of its DMARC record. */
  String owner() {
    return "stack=%s; dmarc=%s".formatted(config.prefix(), sender().dmarcPolicy());
  }

  /** Returns the custom MAIL FROM domain. */
  String mailFromDomain() {
    return "%s.%s".formatted(sender().mailFrom(), sender().managedDomain());
  }

  /** Returns the MX of the MAIL FROM domain, which belongs to one region. */
  String mailFromServer() {
    return "10 feedback-smtp.%s.amazonses.com".formatted(region());
  }

  String dmarcName() {
    return "_dmarc." + sender().managedDomain();
  }

  String dmarc() {
    return dmarc(sender().dmarcPolicy());
  }

  static String dmarc(String policy) {
    return "v=DMARC1; p=" + policy;
  }

  String region() {
    return config.domain().region();
  }

  private SenderSettings sender() {
    return config.sender();
  }
}
