package dev.gatehouse.local.lambda.registry;

import com.google.gson.JsonArray;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import dev.gatehouse.local.state.StateEntries;
import dev.gatehouse.local.state.StateStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The resource policies of the functions: which service may invoke which function. */
public final class ResourcePolicy {

  private final List<Permission> permissions = new CopyOnWriteArrayList<>();
  private final StateEntries<Permission> entries;

  /**
   * Creates the policies of a plan, with the permissions that clients added before; throws {@code
   * PlanInvalid} for an unknown function.
   */
  public ResourcePolicy(Plan plan, FunctionRegistry registry, StateStore state) {
    List<Permission> declared = declared(plan, registry);
    entries = state.entries("lambda-permissions", Permission.class);
    state.read(
        () -> {
          List<Permission> all = new ArrayList<>(declared);
          entries.all().values().stream()
              // The plan may have lost the function, or declare the statement now.
              .filter(added -> registry.find(added.function()).isPresent())
              .filter(added -> declared.stream().noneMatch(added::hasKeyOf))
              .forEach(all::add);
          synchronized (this) {
            permissions.clear();
            permissions.addAll(all);
          }
        });
  }

  private static List<Permission> declared(Plan plan, FunctionRegistry registry) {
    List<Permission> permissions = new ArrayList<>();
    for (Resource resource : plan.ofType("aws:lambda/permission:Permission")) {
      Permission permission = Permission.of(resource);
      if (registry.find(permission.function()).isEmpty()) {
        throw resource.refused(
            "is for %s, which the plan does not declare"
                .formatted(permission.function().withQualifier()));
      }
      permissions.add(permission);
    }
    return permissions;
  }

  /** Returns whether this principal may invoke the function by this name for the ARN. */
  public boolean allows(FunctionName name, String principal, String sourceArn) {
    return permissions.stream()
        .anyMatch(permission -> permission.allows(name, principal, sourceArn));
  }

  /** Returns whether the policy of the version, or of an alias of it, has a statement. */
  public boolean hasCaller(LambdaVersion version) {
    return permissions.stream()
        .anyMatch(permission -> permission.function().name().equals(version.function().name()));
  }

  /** Returns the statements of the policy of this name, in the order of their addition. */
  public List<Permission> of(FunctionName name) {
    return permissions.stream().filter(permission -> permission.covers(name)).toList();
  }

  /** Returns the policy of this name as a document of IAM, empty if it has no statement. */
  public Optional<String> document(FunctionName name, String arn) {
    List<Permission> statements = of(name);
    JsonArray json = new JsonArray();
    statements.forEach(permission -> json.add(permission.statement(arn)));
    return statements.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Json.text(Json.object("Version", "2012-10-17", "Id", "default", "Statement", json)));
  }

  /** Returns the policy of the function, version or alias of this ARN. */
  public Optional<String> document(String arn) {
    return FunctionName.parse(arn).flatMap(name -> document(name, arn));
  }

  /** Adds a permission; returns false if its policy has a statement of the same id. */
  public boolean add(Permission permission) {
    synchronized (this) {
      if (permissions.stream().anyMatch(permission::hasKeyOf)) {
        return false;
      }
      permissions.add(permission);
    }
    store(permission);
    return true;
  }

  /** Removes the statement of this id; returns false if the policy of this name has none. */
  public boolean remove(FunctionName name, String statementId) {
    List<Permission> removed =
        of(name).stream().filter(each -> each.statementId().equals(statementId)).toList();
    permissions.removeAll(removed);
    removed.forEach(this::store);
    return !removed.isEmpty();
  }

  private void store(Permission permission) {
    entries.changed(permission.key(), () -> permissions.contains(permission) ? permission : null);
  }
}
