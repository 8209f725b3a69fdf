package dev.gatehouse.local.iam.operations;

import dev.gatehouse.local.awsquery.QueryError;
import dev.gatehouse.local.awsquery.QueryRequest;
import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.awsquery.QueryXml.XmlContent;
import dev.gatehouse.local.iam.IamPolicies;
import dev.gatehouse.local.iam.IamPolicies.IamPolicy;
import dev.gatehouse.local.iam.IamRoles;
import dev.gatehouse.local.iam.policy.PolicyDocument;
import dev.gatehouse.local.iam.policy.PolicyInvalid;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** IAM's operations on policies of their own, and on their attachment to roles. */
record AttachedPolicies(IamRoles roles, IamPolicies policies, InstantSource clock) {

  /** Returns the result of an operation, or an empty Optional if it is another. */
  Optional<XmlContent> execute(QueryRequest request) {
    return Optional.ofNullable(
        switch (request.action()) {
          case "CreatePolicy" -> create(request);
          case "GetPolicy" -> QueryXml.element("Policy", policy(withArn(request)));
          case "DeletePolicy" -> delete(request);
          case "AttachRolePolicy" -> attach(request);
          case "DetachRolePolicy" -> detach(request);
          case "ListAttachedRolePolicies" -> attachedTo(request);
          default -> null;
        });
  }

  private XmlContent create(QueryRequest request) {
    String name = EntityName.required(request, "PolicyName", 128);
    String arn = EntityName.arn("policy", request, name);
    IamPolicy policy =
        new IamPolicy(
            name, arn, document(request), false, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    if (!policies.add(policy)) {
      throw new QueryError(
          "EntityAlreadyExists",
          "A policy called %s already exists. Duplicate names are not allowed.".formatted(name));
    }
    return QueryXml.element("Policy", policy(policy));
  }

  private static PolicyDocument document(QueryRequest request) {
    try {
      return PolicyDocument.ofRole(request.required("PolicyDocument"));
    } catch (PolicyInvalid e) {
      throw new QueryError("MalformedPolicyDocument", "The policy " + e.getMessage());
    }
  }

  private XmlContent delete(QueryRequest request) {
    IamPolicy policy = withArn(request);
    if (policy.declared()) {
      throw IamEndpoint.declared("the policy " + policy.name());
    }
    if (attachments(policy.arn()) > 0) {
      throw new QueryError("DeleteConflict", "Cannot delete a policy attached to entities.");
    }
    policies.remove(policy.arn());
    return xml -> {};
  }

  private XmlContent attach(QueryRequest request) {
    String arn = request.required("PolicyArn");
    PolicyDocument document =
        policies
            .document(arn)
            .orElseThrow(
                () ->
                    IamEndpoint.noSuchEntity(
                        "Policy %s does not exist or is not attachable.".formatted(arn)));
    Roles.named(roles, request).attached().put(arn, document);
    return xml -> {};
  }

  private XmlContent detach(QueryRequest request) {
    String arn = request.required("PolicyArn");
    if (Roles.named(roles, request).attached().remove(arn) == null) {
      throw IamEndpoint.noSuchEntity("Policy %s was not found.".formatted(arn));
    }
    return xml -> {};
  }

  private XmlContent attachedTo(QueryRequest request) {
    return IamXml.list(
        "AttachedPolicies",
        Roles.named(roles, request).attached().keySet().stream()
            .<XmlContent>map(
                arn ->
                    xml -> {
                      String name = arn.substring(arn.lastIndexOf('/') + 1);
                      QueryXml.text("PolicyName", name).write(xml);
                      QueryXml.text("PolicyArn", arn).write(xml);
                    })
            .toList());
  }

  private IamPolicy withArn(QueryRequest request) {
    String arn = request.required("PolicyArn");
    return policies
        .withArn(arn)
        .orElseThrow(() -> IamEndpoint.noSuchEntity("Policy %s was not found.".formatted(arn)));
  }

  private XmlContent policy(IamPolicy policy) {
    return xml -> {
      QueryXml.text("PolicyName", policy.name()).write(xml);
      QueryXml.text("PolicyId", IamXml.id("ANPA", policy.arn())).write(xml);
      QueryXml.text("Arn", policy.arn()).write(xml);
      QueryXml.text("Path", IamXml.path(policy.arn())).write(xml);
      QueryXml.text("DefaultVersionId", "v1").write(xml);
      String attachments = String.valueOf(attachments(policy.arn()));
      QueryXml.text("AttachmentCount", attachments).write(xml);
      QueryXml.text("IsAttachable", "true").write(xml);
      QueryXml.text("CreateDate", policy.created().toString()).write(xml);
      QueryXml.text("UpdateDate", policy.created().toString()).write(xml);
    };
  }

  private long attachments(String arn) {
    return roles.all().stream().filter(role -> role.attached().containsKey(arn)).count();
  }
}
