package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.ses.account.Identities;
import dev.gatehouse.local.ses.query.SesRequest;
import dev.gatehouse.local.ses.query.SesXml.XmlContent;

/** The operation that verifies an address at once, without sending a mail to it. */
record VerifyEmailIdentity(Identities identities) implements SesOperation {

  @Override
  public XmlContent execute(SesRequest request) {
    identities.verify(request.required("EmailAddress"));
    return xml -> {};
  }
}
