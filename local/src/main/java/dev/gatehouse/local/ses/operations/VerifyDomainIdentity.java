package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.awsquery.QueryRequest;
import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.awsquery.QueryXml.XmlContent;
import dev.gatehouse.local.ses.account.Identities;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The operation that verifies a domain at once, without a look at its DNS records. */
record VerifyDomainIdentity(Identities identities) implements SesOperation {

  @Override
  public XmlContent execute(QueryRequest request) {
    String domain = request.required("Domain");
    identities.verify(domain);
    return QueryXml.text("VerificationToken", token(domain));
  }

  /** Returns the verification token of a domain, the same every time. */
  static String token(String domain) {
    return Base64.getEncoder().encodeToString(domain.getBytes(StandardCharsets.UTF_8));
  }
}
