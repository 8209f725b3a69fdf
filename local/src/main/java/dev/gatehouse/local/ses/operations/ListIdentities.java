package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.ses.account.Identities;
import dev.gatehouse.local.ses.query.SesRequest;
import dev.gatehouse.local.ses.query.SesXml;
import dev.gatehouse.local.ses.query.SesXml.XmlContent;

/** The operation that lists the verified identities, all of them or those of one type. */
record ListIdentities(Identities identities) implements SesOperation {

  @Override
  public XmlContent execute(SesRequest request) {
    String type = request.optional("IdentityType").orElse("");
    return SesXml.element(
        "Identities",
        xml -> {
          for (String identity : identities.all()) {
            if (type.isEmpty() || type.equals("EmailAddress") == identity.contains("@")) {
              SesXml.text("member", identity).write(xml);
            }
          }
        });
  }
}
