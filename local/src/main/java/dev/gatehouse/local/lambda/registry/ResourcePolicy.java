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
      permissions.add(permission);
    }
  }

  /** Returns whether this principal may invoke the function by this name for the ARN. */
  public boolean allows(FunctionName name, String principal, String sourceArn) {
    return permissions.stream()
        .anyMatch(permission -> permission.allows(name, principal, sourceArn));
  }

  /** Returns the statements of the policy of this name, in the order of their addition. */
  public List<Permission> of(FunctionName name) {
    return permissions.stream().filter(permission -> permission.covers(name)).toList();
  }

  /** Adds a permission; returns false if its policy has a statement of the same id. */
  public synchronized boolean add(Permission permission) {
    return of(permission.function()).stream()
            .noneMatch(other -> other.statementId().equals(permission.statementId()))
        && permissions.add(permission);
  }

  /** Removes the statement of this id; returns false if the policy of this name has none. */
  public synchronized boolean remove(FunctionName name, String statementId) {
    return permissions.removeIf(
        permission -> permission.covers(name) && permission.statementId().equals(statementId));
  }
}
