package dev.gatehouse.pulumi.provider;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What exists in an AWS account. Refuses what AWS refuses: a second resource of a name that exists
 * once, and the deletion of what is protected or in use.
 */
public final class FakeAwsAccount {
  private final Map<ResourceId, ExistingResource> existing = new LinkedHashMap<>();
  private final List<String> calls = new ArrayList<>();
  private final Set<String> failing = new ConcurrentSkipListSet<>();
  private final FakeLambdaVersions versions = new FakeLambdaVersions();

  /** Makes each creation and update of a resource fail until {@link #recover}. */
  public void fail(String type, String name) {
    failing.add(type + "::" + name);
  }

  /** Makes the snapshot of each new version of a function fail until {@link #recover}. */
  public void failSnapshot(String function) {
    versions.failSnapshot(function);
  }

  /** Returns the versions of a function, whose snapshots may have failed. */
  public synchronized FakeLambdaVersions versions() {
    return versions;
  }

  /** Returns the properties of the resource of a URN's last part; fails if there is none. */
  public synchronized JsonObject properties(String type, String name) {
    return ofType(type).stream()
        .filter(it -> it.urn().endsWith("::" + name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no %s %s".formatted(type, name)))
        .properties()
        .deepCopy();
  }

  /** Ends all failures. */
  public void recover() {
    failing.clear();
    versions.recover();
  }

  /** Returns the number of resources. */
  public synchronized int size() {
    return existing.size();
  }

  /** Returns the ids of the resources of a type. */
  public synchronized List<String> ids(String type) {
    return ofType(type).stream().map(it -> it.key().id()).toList();
  }

  /** Returns the type and the id of each resource. */
  public synchronized List<String> typesAndIds() {
    return existing.keySet().stream().map(it -> it.type() + " " + it.id()).toList();
  }

  /** Returns the creations, updates and deletions since the last call, as {@code create URN}. */
  public synchronized List<String> takeCalls() {
    List<String> taken = List.copyOf(calls);
    calls.clear();
    return taken;
  }

  /** Adds a resource that a stack's exported state has. */
  public synchronized void adopt(
      String region, String type, String urn, String id, JsonObject properties) {
    ResourceId key = ResourceId.of(type, region, id);
    existing.put(key, new ExistingResource(key, urn, 1, properties));
    versions.adopt(key, properties);
  }

  /**
   * Returns the lowest number that no resource of this URN has: their made-up names must differ.
   */
  synchronized int freeNumber(String urn) {
    Set<Integer> taken =
        existing.values().stream()
            .filter(it -> it.urn().equals(urn))
            .map(ExistingResource::number)
            .collect(Collectors.toSet());
    return IntStream.iterate(1, it -> it + 1)
        .filter(it -> !taken.contains(it))
        .findFirst()
        .getAsInt();
  }

  synchronized void create(ExistingResource resource) {
    failIfSwitchedOn(resource.urn());
    if (!resource.text("allowOverwrite").equals("true")) {
      ResourceTraits.of(resource.key().type())
          .unique()
          .forEach(names -> refuseSecond(names, resource));
    }
    versions.refuseFailed(resource.key(), resource.properties());
    calls.add("create " + resource.urn());
    existing.put(resource.key(), resource);
  }

  synchronized void update(ResourceId key, String urn, JsonObject properties) {
    failIfSwitchedOn(urn);
    ExistingResource old = existing.get(key);
    if (old == null) {
      throw new AwsRefusal("ResourceNotFound: there is no %s to update".formatted(key));
    }
    versions.refuseFailed(key, properties);
    calls.add("update " + urn);
    existing.put(key, new ExistingResource(key, urn, old.number(), properties));
  }

  synchronized void delete(ResourceId key, String urn) {
    failIfSwitchedOn(urn);
    ExistingResource resource = existing.get(key);
    if (resource != null) {
      ResourceTraits.of(key.type()).deletion().forEach(reason -> refuseIf(reason, resource));
    }
    calls.add("delete " + urn);
    existing.remove(key);
    versions.delete(key);
  }

  synchronized boolean has(ResourceId key) {
    return existing.containsKey(key);
  }

  synchronized List<ExistingResource> ofType(String type) {
    return existing.values().stream().filter(it -> it.key().type().equals(type)).toList();
  }

  private void failIfSwitchedOn(String urn) {
    String[] parts = urn.split("::", 4);
    String type = parts[2].substring(parts[2].lastIndexOf('$') + 1);
    if (failing.contains(type + "::" + parts[3])) {
      throw new AwsRefusal("InternalFailure: the test makes %s fail".formatted(parts[3]));
    }
  }

  private void refuseIf(String reason, ExistingResource resource) {
    int equals = reason.indexOf('=');
    if (equals < 0) {
      refuseIfUsed(reason, resource);
    } else if (resource.text(reason.substring(0, equals)).equals(reason.substring(equals + 1))) {
      throw new AwsRefusal(
          "%s cannot be deleted because of %s".formatted(resource.key().id(), reason));
    }
  }

  private void refuseIfUsed(String reason, ExistingResource resource) {
    int dot = reason.lastIndexOf('.');
    String property = reason.substring(dot + 1);
    for (ExistingResource user : ofType(reason.substring(0, dot))) {
      String value = user.text(property);
      if (value.equals(resource.key().id()) || value.equals(resource.text("arn"))) {
        throw new AwsRefusal(
            "ResourceInUse: %s cannot be deleted, %s uses it"
                .formatted(resource.key().id(), user.key().id()));
      }
    }
  }

  private void refuseSecond(UniqueNames names, ExistingResource resource) {
    String own = names.of(resource);
    if (existing.values().stream()
        .filter(it -> it.key().hasTypeAndRegionOf(resource.key()))
        .anyMatch(it -> names.of(it).equals(own))) {
      throw new AwsRefusal("%s: %s".formatted(names.error(), own));
    }
  }
}
