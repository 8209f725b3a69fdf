package dev.gatehouse.local.iam.operations;

import dev.gatehouse.local.awsquery.QueryError;
import dev.gatehouse.local.awsquery.QueryRequest;
import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.awsquery.QueryXml.XmlContent;
import dev.gatehouse.local.iam.IamRole;
import dev.gatehouse.local.iam.IamRole.RoleDetails;
import dev.gatehouse.local.iam.IamRoles;
import dev.gatehouse.local.iam.policy.PolicyDocument;
import dev.gatehouse.local.iam.policy.PolicyInvalid;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** IAM's operations on roles. */
record Roles(IamRoles roles, InstantSource clock) {

  /** Returns the result of an operation, or an empty Optional if it is another. */
  Optional<XmlContent> execute(QueryRequest request) {
    return Optional.ofNullable(
        switch (request.action()) {
          case "CreateRole" -> create(request);
          case "GetRole" -> QueryXml.element("Role", role(named(roles, request)));
          case "ListRoles" -> IamXml.list("Roles", roles.all().stream().map(Roles::role).toList());
          case "DeleteRole" -> delete(request);
          default -> null;
        });
  }

  /** Returns the role that a request names; throws {@link QueryError}. */
  static IamRole named(IamRoles roles, QueryRequest request) {
    String name = request.required("RoleName");
    return roles
        .named(name)
        .orElseThrow(
            () ->
                IamEndpoint.noSuchEntity("The role with name %s cannot be found.".formatted(name)));
  }

  private XmlContent create(QueryRequest request) {
    String name = EntityName.required(request, "RoleName", 64);
    if (request.optional("PermissionsBoundary").isPresent()) {
      throw new QueryError(
          "InvalidInput", "The local emulator does not evaluate permissions boundaries.");
    }
    RoleDetails details =
        new RoleDetails(
            false,
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            request.optional("Description").orElse(""),
            EntityName.seconds(request));
    IamRole role =
        new IamRole(name, EntityName.arn("role", request, name), trust(request), details);
    if (!roles.add(role)) {
      throw new QueryError(
          "EntityAlreadyExists", "Role with name %s already exists.".formatted(name));
    }
    return QueryXml.element("Role", role(role));
  }

  private static PolicyDocument trust(QueryRequest request) {
    try {
      return PolicyDocument.ofTrust(request.required("AssumeRolePolicyDocument"));
    } catch (PolicyInvalid e) {
      throw new QueryError("MalformedPolicyDocument", "The trust policy " + e.getMessage());
    }
  }

  private XmlContent delete(QueryRequest request) {
    IamRole role = named(roles, request);
    if (role.details().declared()) {
      throw IamEndpoint.declared("the role " + role.name());
    }
    if (!role.inline().isEmpty()) {
      throw conflict("delete policies");
    }
    if (!role.attached().isEmpty()) {
      throw conflict("detach all policies");
    }
    roles.remove(role.name());
    return xml -> {};
  }

  private static QueryError conflict(String first) {
    return new QueryError(
        "DeleteConflict", "Cannot delete entity, must %s first.".formatted(first));
  }

  private static XmlContent role(IamRole role) {
    return xml -> {
      QueryXml.text("Path", IamXml.path(role.arn())).write(xml);
      QueryXml.text("RoleName", role.name()).write(xml);
      QueryXml.text("RoleId", IamXml.id("AROA", role.arn())).write(xml);
      QueryXml.text("Arn", role.arn()).write(xml);
      QueryXml.text("CreateDate", role.details().created().toString()).write(xml);
      QueryXml.text("AssumeRolePolicyDocument", IamXml.encoded(role.trust())).write(xml);
      if (!role.details().description().isEmpty()) {
        QueryXml.text("Description", role.details().description()).write(xml);
      }
      String seconds = String.valueOf(role.details().maxSessionDuration());
      QueryXml.text("MaxSessionDuration", seconds).write(xml);
    };
  }
}
