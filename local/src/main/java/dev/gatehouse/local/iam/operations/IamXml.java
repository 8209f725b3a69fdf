package dev.gatehouse.local.iam.operations;

import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.awsquery.QueryXml.XmlContent;
import dev.gatehouse.local.iam.policy.PolicyDocument;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What IAM's results have in common. */
final class IamXml {

  private IamXml() {}

  /** Returns a document as IAM does, percent-encoded. */
  static String encoded(PolicyDocument document) {
    return URLEncoder.encode(document.json(), StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Returns the unique id of a thing, which starts with the prefix of its kind. */
  static String id(String prefix, String arn) {
    String hex = UUID.nameUUIDFromBytes(arn.getBytes(StandardCharsets.UTF_8)).toString();
    return prefix + hex.replace("-", "").substring(0, 17).toUpperCase(Locale.ROOT);
  }

  /** Returns the path in an ARN: what is between the kind of the thing and its name. */
  static String path(String arn) {
    return arn.substring(arn.indexOf('/'), arn.lastIndexOf('/') + 1);
  }

  /** Returns a list that is complete. */
  static XmlContent list(String name, List<XmlContent> members) {
    return xml -> {
      QueryXml.element(
              name,
              list -> {
                for (XmlContent member : members) {
                  QueryXml.element("member", member).write(list);
                }
              })
          .write(xml);
      QueryXml.text("IsTruncated", "false").write(xml);
    };
  }
}
