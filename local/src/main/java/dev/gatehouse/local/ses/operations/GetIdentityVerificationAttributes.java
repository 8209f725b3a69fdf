package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.ses.account.Identities;
import dev.gatehouse.local.ses.query.SesRequest;
import dev.gatehouse.local.ses.query.SesXml;
import dev.gatehouse.local.ses.query.SesXml.XmlContent;
import java.util.List;

/**
 * The operation that returns the verification status of identities; unknown identities are left
 * out.
 */
record GetIdentityVerificationAttributes(Identities identities) implements SesOperation {

  @Override
  public XmlContent execute(SesRequest request) {
    List<String> verified =
        request.members("Identities").stream().filter(identities::contains).toList();
    return SesXml.element(
        "VerificationAttributes",
        xml -> {
          for (String identity : verified) {
            SesXml.element("entry", entry(identity)).write(xml);
          }
        });
  }

  private static XmlContent entry(String identity) {
    return xml -> {
      SesXml.text("key", identity).write(xml);
      SesXml.element(
              "value",
              value -> {
                SesXml.text("VerificationStatus", "Success").write(value);
                if (!identity.contains("@")) {
                  SesXml.text("VerificationToken", VerifyDomainIdentity.token(identity))
                      .write(value);
                }
              })
          .write(xml);
    };
  }
}
