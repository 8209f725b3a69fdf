package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.awsquery.QueryRequest;
import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.awsquery.QueryXml.XmlContent;
import dev.gatehouse.local.ses.account.Identities;

/** The operation that lists the verified identities, all of them or those of one type. */
record ListIdentities(Identities identities) implements SesOperation {

  @Override
  public XmlContent execute(QueryRequest request) {
    String type = request.optional("IdentityType").orElse("");
    return QueryXml.element(
        "Identities",
        xml -> {
          for (String identity : identities.all()) {
            if (type.isEmpty() || type.equals("EmailAddress") == identity.contains("@")) {
              QueryXml.text("member", identity).write(xml);
            }
          }
        });
  }
}
