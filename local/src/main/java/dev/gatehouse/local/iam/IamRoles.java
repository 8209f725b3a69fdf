package dev.gatehouse.local.iam;

import dev.gatehouse.local.iam.policy.PolicyDocument;
import dev.gatehouse.local.iam.policy.PolicyInvalid;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.plan.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The roles of the plan, with their policies. */
public final class IamRoles {

  private static final String ROLE = "aws:iam/role:Role";
  private static final String ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
  private static final String ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
  private static final String POLICY = "aws:iam/policy:Policy";

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

  private final Map<String, IamRole> byName = new LinkedHashMap<>();

  /** Reads the roles; throws {@link PlanInvalid} for a policy that cannot be evaluated. */
  IamRoles(Plan plan) {
    for (Resource role : plan.ofType(ROLE)) {
      role.refuseUnsupported(role.inputs(), INPUTS);
      String name = role.output("name");
      byName.put(name, new IamRole(name, role.output("arn"), trust(role)));
    }
    for (Resource policy : plan.ofType(ROLE_POLICY)) {
      role(policy).inline().put(policy.output("name"), document(policy, policy.input("policy")));
    }
    for (Resource attachment : plan.ofType(ATTACHMENT)) {
      String arn = attachment.input("policyArn");
      role(attachment).attached().put(arn, document(attachment, managed(plan, attachment, arn)));
    }
  }

  /** Returns all roles, in the order of the plan. */
  public List<IamRole> all() {
    return List.copyOf(byName.values());
  }

  /** Returns the role of this name. */
  public Optional<IamRole> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Returns the role of this ARN. */
  public Optional<IamRole> withArn(String arn) {
    return byName.values().stream().filter(role -> role.arn().equals(arn)).findFirst();
  }

  private IamRole role(Resource policy) {
    String name = policy.input("role");
    return named(name)
        .orElseThrow(
            () -> policy.refused("is for the role %s, which is not in the plan".formatted(name)));
  }

  private static String managed(Plan plan, Resource attachment, String arn) {
    return plan.ofType(POLICY).stream()
        .filter(policy -> policy.output("arn").equals(arn))
        .map(policy -> policy.input("policy"))
        .findFirst()
        .or(() -> ManagedPolicies.document(arn))
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
