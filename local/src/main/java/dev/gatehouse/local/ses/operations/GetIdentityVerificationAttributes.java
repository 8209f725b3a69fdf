package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.awsquery.QueryRequest;
import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.awsquery.QueryXml.XmlContent;
import dev.gatehouse.local.ses.account.Identities;
import java.util.List;

/**
 * The operation that returns the verification status of identities; unknown identities are left
 * out.
 */
record GetIdentityVerificationAttributes(Identities identities) implements SesOperation {

  @Override
  public XmlContent execute(QueryRequest request) {
    List<String> verified =
        request.members("Identities").stream().filter(identities::contains).toList();
    return QueryXml.element(
        "VerificationAttributes",
        xml -> {
          for (String identity : verified) {
            QueryXml.element("entry", entry(identity)).write(xml);
          }
        });
  }

  private static XmlContent entry(String identity) {
    return xml -> {
      QueryXml.text("key", identity).write(xml);
      QueryXml.element(
              "value",
              value -> {
                QueryXml.text("VerificationStatus", "Success").write(value);
                if (!identity.contains("@")) {
                  QueryXml.text("VerificationToken", VerifyDomainIdentity.token(identity))
                      .write(value);
                }
              })
          .write(xml);
    };
  }
}
