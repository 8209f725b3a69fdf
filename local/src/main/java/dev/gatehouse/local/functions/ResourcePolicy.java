package dev.gatehouse.local.functions;

import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Knows which service may invoke which function. */
final class ResourcePolicy {

  private final List<Permission> permissions = new CopyOnWriteArrayList<>();

  /** Reads the permissions; throws {@code PlanInvalid} for one that the catalogue cannot place. */
  ResourcePolicy(Plan plan, Catalogue catalogue) {
    for (Resource resource : plan.ofType("aws:lambda/permission:Permission")) {
      Permission permission = Permission.of(resource);
      if (catalogue.find(permission.function()).isEmpty()) {
        throw resource.refused(
            "is for %s, which the plan does not declare".formatted(permission.function().text()));
      }
      add(permission);
    }
  }

  /** Returns whether this principal may invoke the function by this name on behalf of the ARN. */
  boolean allows(FunctionName name, String principal, String sourceArn) {
    return permissions.stream()
        .anyMatch(permission -> permission.allows(name, principal, sourceArn));
  }

  void add(Permission permission) {
    permissions.add(permission);
  }
}
