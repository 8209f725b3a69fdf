package dev.gatehouse.local.lambda.registry;

import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The resource policies of the functions: which service may invoke which function. */
public final class ResourcePolicy {

  private final List<Permission> permissions = new CopyOnWriteArrayList<>();

  /** Creates the policies of a plan; throws {@code PlanInvalid} for an unknown function. */
  public ResourcePolicy(Plan plan, FunctionRegistry registry) {
    for (Resource resource : plan.ofType("aws:lambda/permission:Permission")) {
      Permission permission = Permission.of(resource);
      if (registry.find(permission.function()).isEmpty()) {
        throw resource.refused(
            "is for %s, which the plan does not declare"
                .formatted(permission.function().withQualifier()));
      }
      add(permission);
    }
  }

  /** Returns whether this principal may invoke the function by this name for the ARN. */
  public boolean allows(FunctionName name, String principal, String sourceArn) {
    return permissions.stream()
        .anyMatch(permission -> permission.allows(name, principal, sourceArn));
  }

  /** Adds a permission to the policy of its function. */
  public void add(Permission permission) {
    permissions.add(permission);
  }
}
