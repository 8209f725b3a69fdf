package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.awsquery.QueryRequest;
import dev.gatehouse.local.awsquery.QueryXml.XmlContent;
import dev.gatehouse.local.ses.account.Identities;

/** The operation that verifies an address at once, without sending a mail to it. */
record VerifyEmailIdentity(Identities identities) implements SesOperation {

  @Override
  public XmlContent execute(QueryRequest request) {
    identities.verify(request.required("EmailAddress"));
    return xml -> {};
  }
}
