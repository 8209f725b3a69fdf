package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.ses.account.Identities;
import dev.gatehouse.local.ses.query.SesRequest;
import dev.gatehouse.local.ses.query.SesXml;
import dev.gatehouse.local.ses.query.SesXml.XmlContent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The operation that verifies a domain at once, without a look at its DNS records. */
record VerifyDomainIdentity(Identities identities) implements SesOperation {

  @Override
  public XmlContent execute(SesRequest request) {
    String domain = request.required("Domain");
    identities.verify(domain);
    return SesXml.text("VerificationToken", token(domain));
  }

  /** Returns the verification token of a domain, the same every time. */
  static String token(String domain) {
    return Base64.getEncoder().encodeToString(domain.getBytes(StandardCharsets.UTF_8));
  }
}
