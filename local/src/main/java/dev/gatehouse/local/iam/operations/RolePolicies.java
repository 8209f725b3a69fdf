package dev.gatehouse.local.iam.operations;

import dev.gatehouse.local.awsquery.QueryError;
import dev.gatehouse.local.awsquery.QueryRequest;
import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.awsquery.QueryXml.XmlContent;
import dev.gatehouse.local.iam.IamRole;
import dev.gatehouse.local.iam.IamRoles;
import dev.gatehouse.local.iam.policy.PolicyDocument;
import dev.gatehouse.local.iam.policy.PolicyInvalid;
import java.util.Collection;
import java.util.Optional;

/** IAM's operations on the inline policies of roles. */
record RolePolicies(IamRoles roles) {

  /** Returns the result of an operation, or an empty Optional if it is another. */
  Optional<XmlContent> execute(QueryRequest request) {
    return Optional.ofNullable(
        switch (request.action()) {
          case "ListRolePolicies" -> names(role(request).inline().keySet());
          case "GetRolePolicy" -> policy(request);
          case "PutRolePolicy" -> put(request);
          case "DeleteRolePolicy" -> delete(request);
          default -> null;
        });
  }

  private static XmlContent names(Collection<String> names) {
    return xml -> {
      QueryXml.element(
              "PolicyNames",
              list -> {
                for (String name : names) {
                  QueryXml.text("member", name).write(list);
                }
              })
          .write(xml);
      QueryXml.text("IsTruncated", "false").write(xml);
    };
  }

  private XmlContent policy(QueryRequest request) {
    IamRole role = role(request);
    String name = request.required("PolicyName");
    PolicyDocument document = role.inline().get(name);
    if (document == null) {
      throw missingPolicy(name);
    }
    return xml -> {
      QueryXml.text("RoleName", role.name()).write(xml);
      QueryXml.text("PolicyName", name).write(xml);
      QueryXml.text("PolicyDocument", IamXml.encoded(document)).write(xml);
    };
  }

  private XmlContent put(QueryRequest request) {
    IamRole role = role(request);
    try {
      role.inline()
          .put(
              request.required("PolicyName"),
              PolicyDocument.ofRole(request.required("PolicyDocument")));
    } catch (PolicyInvalid e) {
      throw new QueryError("MalformedPolicyDocument", "The policy " + e.getMessage());
    }
    return xml -> {};
  }

  private XmlContent delete(QueryRequest request) {
    String name = request.required("PolicyName");
    if (role(request).inline().remove(name) == null) {
      throw missingPolicy(name);
    }
    return xml -> {};
  }

  private IamRole role(QueryRequest request) {
    return Roles.named(roles, request);
  }

  private static QueryError missingPolicy(String name) {
    return IamEndpoint.noSuchEntity(
        "The role policy with name %s cannot be found.".formatted(name));
  }
}
