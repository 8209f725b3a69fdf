package dev.gatehouse.local.iam.operations;

import dev.gatehouse.local.awsquery.QueryError;
import dev.gatehouse.local.awsquery.QueryRequest;
import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.awsquery.QueryXml.XmlContent;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.iam.ResourcePolicies;
import dev.gatehouse.local.iam.policy.PolicyDocument;
import dev.gatehouse.local.iam.policy.PolicyInvalid;
import java.util.Map;
import java.util.Set;

/** The operations of SES v1 on the policies of identities. */
public record IdentityPolicies(ResourcePolicies policies) implements Service {

  private static final QueryXml XML = new QueryXml("http://ses.amazonaws.com/doc/2010-12-01/");
  private static final Set<String> ACTIONS =
      Set.of(
          "PutIdentityPolicy",
          "DeleteIdentityPolicy",
          "ListIdentityPolicies",
          "GetIdentityPolicies");

  /** Returns whether this service has the action. */
  public static boolean has(String action) {
    return ACTIONS.contains(action);
  }

  @Override
  public Response handle(Request request) {
    try {
      QueryRequest query = QueryRequest.of(request);
      return XML.success(query.action(), execute(query));
    } catch (QueryError e) {
      return XML.error(e.code(), String.valueOf(e.getMessage()));
    }
  }

  private XmlContent execute(QueryRequest request) {
    Map<String, PolicyDocument> of =
        policies.of(ResourcePolicies.identityArn(request.required("Identity")));
    return switch (request.action()) {
      case "PutIdentityPolicy" -> put(of, request);
      case "DeleteIdentityPolicy" -> {
        of.remove(request.required("PolicyName"));
        yield xml -> {};
      }
      case "ListIdentityPolicies" ->
          QueryXml.element(
              "PolicyNames",
              xml -> {
                for (String name : of.keySet()) {
                  QueryXml.text("member", name).write(xml);
                }
              });
      default -> documents(of, request);
    };
  }

  private static XmlContent put(Map<String, PolicyDocument> of, QueryRequest request) {
    try {
      of.put(request.required("PolicyName"), PolicyDocument.ofResource(request.required("Policy")));
    } catch (PolicyInvalid e) {
      throw new QueryError("InvalidPolicy", "The policy " + e.getMessage());
    }
    return xml -> {};
  }

  private static XmlContent documents(Map<String, PolicyDocument> of, QueryRequest request) {
    return QueryXml.element(
        "Policies",
        xml -> {
          for (String name : request.members("PolicyNames")) {
            PolicyDocument document = of.get(name);
            if (document != null) {
              QueryXml.element(
                      "entry",
                      entry -> {
                        QueryXml.text("key", name).write(entry);
                        QueryXml.text("value", document.json()).write(entry);
                      })
                  .write(xml);
            }
          }
        });
  }
}
