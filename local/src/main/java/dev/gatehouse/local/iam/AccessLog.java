package dev.gatehouse.local.iam;

import dev.gatehouse.local.iam.policy.AccessRequest;
import dev.gatehouse.local.iam.policy.IamPrincipal.AssumedRole;
import dev.gatehouse.local.iam.policy.PolicyDocument;
import dev.gatehouse.local.iam.policy.PolicyDocument.PolicyGrant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/** The refused requests, and the grants that allowed requests used. */
final class AccessLog {

  private static final int REFUSALS = 1_000;

  /**
   * An action that a policy allows.
   *
   * @param policy the owner and the name of the policy, such as {@code api/users}
   */
  record Grant(String policy, PolicyGrant action) {}

  private final IamRoles roles;
  private final ResourcePolicies resources;
  private final ConcurrentLinkedDeque<Denial> refused = new ConcurrentLinkedDeque<>();
  private final Set<Grant> used = ConcurrentHashMap.newKeySet();

  AccessLog(IamRoles roles, ResourcePolicies resources) {
    this.roles = roles;
    this.resources = resources;
  }

  void refused(Denial denial) {
    refused.add(denial);
    if (refused.size() > REFUSALS) {
      refused.poll();
    }
  }

  void allowed(AccessRequest request) {
    if (request.principal() instanceof AssumedRole session) {
      roles.withArn(session.roleArn()).ifPresent(role -> use(role.name(), role.inline(), request));
    }
    use(request.resource(), resources.all().getOrDefault(request.resource(), Map.of()), request);
  }

  /** Returns the refused requests, the oldest first. */
  List<Denial> refused() {
    return List.copyOf(refused);
  }

  /** Returns the grants of roles and resources that no request has used. */
  List<Grant> unused() {
    List<Grant> unused = new ArrayList<>();
    for (IamRole role : roles.all()) {
      unused.addAll(grants(role.name(), role.inline()));
    }
    resources.all().forEach((arn, policies) -> unused.addAll(grants(arn, policies)));
    unused.removeAll(used);
    return unused;
  }

  /** Forgets the refused requests and the used grants. */
  void clear() {
    refused.clear();
    used.clear();
  }

  private void use(String owner, Map<String, PolicyDocument> policies, AccessRequest request) {
    policies.forEach(
        (name, policy) ->
            policy
                .grants(request)
                .forEach(grant -> used.add(new Grant(owner + "/" + name, grant))));
  }

  private static List<Grant> grants(String owner, Map<String, PolicyDocument> policies) {
    List<Grant> grants = new ArrayList<>();
    policies.forEach(
        (name, policy) ->
            policy.grants().forEach(grant -> grants.add(new Grant(owner + "/" + name, grant))));
    return grants;
  }
}
