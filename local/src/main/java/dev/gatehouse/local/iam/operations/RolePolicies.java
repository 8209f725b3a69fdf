package dev.gatehouse.local.iam.operations;

import dev.gatehouse.local.awsjson.OperationsTable;
import dev.gatehouse.local.awsquery.QueryError;
import dev.gatehouse.local.awsquery.QueryRequest;
import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.awsquery.QueryXml.XmlContent;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.iam.IamRole;
import dev.gatehouse.local.iam.IamRoles;
import dev.gatehouse.local.iam.policy.PolicyDocument;
import dev.gatehouse.local.iam.policy.PolicyInvalid;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** AWS IAM's API, as far as the inline policies of the plan's roles. */
public record RolePolicies(IamRoles roles) implements Service {

  private static final QueryXml XML = new QueryXml("https://iam.amazonaws.com/doc/2010-05-08/");
  private static final String NO_SUCH_ENTITY = "NoSuchEntity";

  @Override
  public Response handle(Request request) {
    try {
      QueryRequest query = QueryRequest.of(request);
      return XML.success(query.action(), execute(query));
    } catch (QueryError e) {
      int status = e.code().equals(NO_SUCH_ENTITY) ? 404 : 400;
      return XML.error(status, e.code(), String.valueOf(e.getMessage()));
    }
  }

  private XmlContent execute(QueryRequest request) {
    return switch (request.action()) {
      case "ListRoles" -> QueryXml.element("Roles", members(roles.all()));
      case "ListRolePolicies" -> names(role(request).inline().keySet());
      case "GetRolePolicy" -> policy(request);
      case "PutRolePolicy" -> put(request);
      case "DeleteRolePolicy" -> delete(request);
      default ->
          throw new QueryError(
              "InvalidAction",
              "The local emulator does not support the action %s of IAM; %s"
                  .formatted(request.action(), OperationsTable.reference("iam")));
    };
  }

  private static XmlContent members(Collection<IamRole> all) {
    return xml -> {
      for (IamRole role : all) {
        QueryXml.element(
                "member",
                member -> {
                  QueryXml.text("RoleName", role.name()).write(member);
                  QueryXml.text("Arn", role.arn()).write(member);
                  QueryXml.text("AssumeRolePolicyDocument", encoded(role.trust())).write(member);
                })
            .write(xml);
      }
    };
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
      QueryXml.text("PolicyDocument", encoded(document)).write(xml);
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
    String name = request.required("RoleName");
    return roles
        .named(name)
        .orElseThrow(
            () ->
                new QueryError(
                    NO_SUCH_ENTITY, "The role with name %s cannot be found.".formatted(name)));
  }

  private static QueryError missingPolicy(String name) {
    return new QueryError(
        NO_SUCH_ENTITY, "The role policy with name %s cannot be found.".formatted(name));
  }

  /** IAM returns documents percent-encoded. */
  private static String encoded(PolicyDocument document) {
    return URLEncoder.encode(document.json(), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
