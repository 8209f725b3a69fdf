package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.awsquery.QueryRequest;
import dev.gatehouse.local.awsquery.QueryXml.XmlContent;
import dev.gatehouse.local.ses.account.Identities;

/** The operation that deletes an identity; an unknown one is no error, as on AWS. */
record DeleteIdentity(Identities identities) implements SesOperation {

  @Override
  public XmlContent execute(QueryRequest request) {
    identities.delete(request.required("Identity"));
    return xml -> {};
  }
}
