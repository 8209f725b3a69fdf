package dev.gatehouse.pulumi.provider;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What exists in one region of an AWS account. Refuses what AWS refuses: a second resource of a
 * name that exists once, and the deletion of what is protected or in use.
 */
public final class FakeAwsAccount {
  /**
   * A resource of the account.
   *
   * @param number the number among the resources of the URN, of which a replacement has two
   * @param properties the outputs of its last creation or update
   */
  record Existing(String type, String urn, int number, String id, JsonObject properties) {
    String text(String property) {
      return properties.has(property) && properties.get(property).isJsonPrimitive()
          ? properties.get(property).getAsString()
          : "";
    }
  }

  private final Map<String, Existing> existing = new TreeMap<>();
  private final List<String> calls = new ArrayList<>();
  private final Set<String> failing = new ConcurrentSkipListSet<>();

  /** Makes each creation and update of a resource fail until {@link #recover}. */
  public void fail(String type, String name) {
    failing.add(type + "::" + name);
  }

  /** Ends all failures. */
  public void recover() {
    failing.clear();
  }

  /** Returns the ids of the resources of a type. */
  public synchronized List<String> ids(String type) {
    return existing.values().stream()
        .filter(it -> it.type().equals(type))
        .map(Existing::id)
        .toList();
  }

  /** Returns the number of resources. */
  public synchronized int size() {
    return existing.size();
  }

  /** Returns the creations, updates and deletions since the last call, as {@code create URN}. */
  public synchronized List<String> takeCalls() {
    List<String> taken = List.copyOf(calls);
    calls.clear();
    return taken;
  }

  /**
   * Returns the lowest number that no resource of this URN has: their made-up names must differ.
   */
  synchronized int freeNumber(String urn) {
    Set<Integer> taken =
        existing.values().stream()
            .filter(it -> it.urn().equals(urn))
            .map(Existing::number)
            .collect(Collectors.toSet());
    return IntStream.iterate(1, it -> it + 1)
        .filter(it -> !taken.contains(it))
        .findFirst()
        .getAsInt();
  }

  synchronized void create(Existing resource) {
    failIfSwitchedOn(resource.urn());
    ResourceTraits traits = ResourceTraits.of(resource.type());
    boolean overwrites = resource.text("allowOverwrite").equals("true");
    if (!traits.unique().isEmpty() && !overwrites) {
      String names = names(traits, resource);
      existing.values().stream()
          .filter(it -> it.type().equals(resource.type()) && names(traits, it).equals(names))
          .findFirst()
          .ifPresent(
              it -> {
                throw new AwsRefusal("%s: %s".formatted(traits.error(), names));
              });
    }
    calls.add("create " + resource.urn());
    existing.put(key(resource.type(), resource.id()), resource);
  }

  synchronized void update(String type, String urn, String id, JsonObject properties) {
    failIfSwitchedOn(urn);
    Existing old = existing.get(key(type, id));
    if (old == null) {
      throw new AwsRefusal("ResourceNotFound: there is no %s %s to update".formatted(type, id));
    }
    calls.add("update " + urn);
    existing.put(key(type, id), new Existing(type, urn, old.number(), id, properties));
  }

  /** Adds a resource that a stack's exported state has. */
  public synchronized void adopt(String type, String urn, String id, JsonObject properties) {
    existing.put(key(type, id), new Existing(type, urn, 1, id, properties));
  }

  synchronized void delete(String type, String urn, String id) {
    failIfSwitchedOn(urn);
    Existing resource = existing.get(key(type, id));
    if (resource != null) {
      ResourceTraits.of(type).deletion().forEach(reason -> refuseDeletion(resource, reason));
    }
    calls.add("delete " + urn);
    existing.remove(key(type, id));
  }

  synchronized boolean has(String type, String id) {
    return existing.containsKey(key(type, id));
  }

  private void failIfSwitchedOn(String urn) {
    String[] parts = urn.split("::", 4);
    String type = parts[2].substring(parts[2].lastIndexOf('$') + 1);
    if (failing.contains(type + "::" + parts[3])) {
      throw new AwsRefusal("InternalFailure: the test makes %s fail".formatted(parts[3]));
    }
  }

  private void refuseDeletion(Existing resource, String reason) {
    int equals = reason.indexOf('=');
    if (equals > 0) {
      if (resource.text(reason.substring(0, equals)).equals(reason.substring(equals + 1))) {
        throw new AwsRefusal(
            String.format(
                Locale.ROOT, "%s cannot be deleted because of %s", resource.id(), reason));
      }
      return;
    }
    int dot = reason.lastIndexOf('.');
    String property = reason.substring(dot + 1);
    for (Existing user : existing.values()) {
      String value = user.text(property);
      if (user.type().equals(reason.substring(0, dot))
          && (value.equals(resource.id()) || value.equals(resource.text("arn")))) {
        throw new AwsRefusal(
            "ResourceInUse: %s cannot be deleted, %s uses it".formatted(resource.id(), user.id()));
      }
    }
  }

  private static String names(ResourceTraits traits, Existing resource) {
    return traits.unique().stream().map(resource::text).collect(Collectors.joining(", "));
  }

  private static String key(String type, String id) {
    return type + " " + id;
  }
}
