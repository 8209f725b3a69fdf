package dev.gatehouse.local.iam;

import dev.gatehouse.local.plan.Plan;

/** IAM for one plan: its roles and policies, the sessions of roles, and the decisions. */
public final class Iam {

  private final IamPolicies policies;
  private final IamRoles roles;
  private final ResourcePolicies resourcePolicies;
  private final AccessLog log;
  private final Authorizer authorizer;
  private final RoleSessions sessions = new RoleSessions();

  private Iam(Plan plan) {
    policies = new IamPolicies(plan);
    roles = new IamRoles(plan, policies);
    resourcePolicies = new ResourcePolicies(plan);
    log = new AccessLog(roles, resourcePolicies);
    authorizer = new Authorizer(roles, resourcePolicies, log);
  }

  /**
   * Reads roles and policies; throws {@code PlanInvalid} for a policy that cannot be evaluated, and
   * for a role that its service may not assume.
   */
  public static Iam of(Plan plan) {
    Iam iam = new Iam(plan);
    new TrustCheck(iam.roles).check(plan);
    return iam;
  }

  /** Returns the roles. */
  public IamRoles roles() {
    return roles;
  }

  /** Returns the policies that can be attached to roles. */
  public IamPolicies policies() {
    return policies;
  }

  /** Returns the policies of resources. */
  public ResourcePolicies resourcePolicies() {
    return resourcePolicies;
  }

  /** Returns the decisions. */
  public Authorizer authorizer() {
    return authorizer;
  }

  /** Returns the sessions of roles. */
  public RoleSessions sessions() {
    return sessions;
  }

  AccessLog log() {
    return log;
  }
}
