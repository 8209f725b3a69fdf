package dev.gatehouse.local.iam;

import dev.gatehouse.local.iam.IamRole.RoleDetails;
import dev.gatehouse.local.iam.policy.PolicyDocument;
import dev.gatehouse.local.iam.policy.PolicyInvalid;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.plan.Resource;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The roles of the plan and those that clients create, with their policies. */
public final class IamRoles {

  private static final String ROLE = "aws:iam/role:Role";
  private static final String ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
  private static final String ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";

  /** The inputs of a role that are evaluated or without effect on what it allows. */
  private static final Set<String> INPUTS =
      Set.of(
          "assumeRolePolicy",
          "description",
          "forceDetachPolicies",
          "maxSessionDuration",
          "name",
          "namePrefix",
          "path",
          "tags",
          "tagsAll");

  private static final int DEFAULT_SESSION_SECONDS = 3600;

  private final Map<String, IamRole> byName = Collections.synchronizedMap(new LinkedHashMap<>());

  /** Reads the roles; throws {@link PlanInvalid} for a policy that cannot be evaluated. */
  IamRoles(Plan plan, IamPolicies policies) {
    Instant start = Instant.now();
    for (Resource role : plan.ofType(ROLE)) {
      add(declared(role, start));
    }
    for (Resource policy : plan.ofType(ROLE_POLICY)) {
      role(policy).inline().put(policy.output("name"), document(policy, policy.input("policy")));
    }
    for (Resource attachment : plan.ofType(ATTACHMENT)) {
      String arn = attachment.input("policyArn");
      role(attachment).attached().put(arn, managed(policies, attachment, arn));
    }
  }

  /** Returns all roles, in the order of the plan. */
  public List<IamRole> all() {
    synchronized (byName) {
      return List.copyOf(byName.values());
    }
  }

  /** Returns the role of this name. */
  public Optional<IamRole> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Returns the role of this ARN. */
  public Optional<IamRole> withArn(String arn) {
    return all().stream().filter(role -> role.arn().equals(arn)).findFirst();
  }

  /** Adds a role, unless there is one of this name; returns whether it was added. */
  public boolean add(IamRole role) {
    return byName.putIfAbsent(role.name(), role) == null;
  }

  /** Removes the role of this name. */
  public void remove(String name) {
    byName.remove(name);
  }

  private static IamRole declared(Resource role, Instant start) {
    role.refuseUnsupported(role.inputs(), INPUTS);
    RoleDetails details =
        new RoleDetails(
            true,
            start,
            role.optionalInput("description").orElse(""),
            role.wholeInput("maxSessionDuration").orElse(DEFAULT_SESSION_SECONDS));
    return new IamRole(role.output("name"), role.output("arn"), trust(role), details);
  }

  private IamRole role(Resource policy) {
    String name = policy.input("role");
    return named(name)
        .orElseThrow(
            () -> policy.refused("is for the role %s, which is not in the plan".formatted(name)));
  }

  private static PolicyDocument managed(IamPolicies policies, Resource attachment, String arn) {
    return policies
        .document(arn)
        .orElseThrow(
            () ->
                attachment.refused(
                    "attaches %s, which is neither in the plan nor a policy of AWS that the local emulator knows"
                        .formatted(arn)));
  }

  private static PolicyDocument trust(Resource role) {
    try {
      return PolicyDocument.ofTrust(role.input("assumeRolePolicy"));
    } catch (PolicyInvalid e) {
      throw role.refused("has an assumeRolePolicy that " + e.getMessage());
    }
  }

  private static PolicyDocument document(Resource resource, String json) {
    try {
      return PolicyDocument.ofRole(json);
    } catch (PolicyInvalid e) {
      throw resource.refused("has a policy that " + e.getMessage());
    }
  }
}
