package dev.gatehouse.pulumi.provider;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * The published versions of functions. As Lambda, it makes one only if code or configuration differ
 * from those of the version before; as the provider, it takes the one with the highest number for
 * the published one, even if its snapshot has failed
 * (github.com/hashicorp/terraform-provider-aws/issues/49904).
 */
public final class FakeLambdaVersions {
  static final String FUNCTION = "aws:lambda/function:Function";
  private static final String ALIAS = "aws:lambda/alias:Alias";

  /** What a version keeps: docs.aws.amazon.com/lambda/latest/dg/configuration-versions.html. */
  private static final List<String> PUBLISHED =
      List.of(
          "architectures",
          "code",
          "environment",
          "handler",
          "loggingConfig",
          "memorySize",
          "role",
          "runtime",
          "snapStart",
          "timeout",
          "tracingConfig");

  private final Map<ResourceId, List<Version>> published = new HashMap<>();
  private final Set<String> failing = new ConcurrentSkipListSet<>();

  /**
   * A version.
   *
   * @param configuration its code and configuration
   * @param failed whether its snapshot failed
   */
  record Version(int number, JsonObject configuration, boolean failed) {
    /** Returns the number as AWS writes it. */
    String text() {
      return String.format(Locale.ROOT, "%d", number);
    }

    /** Returns the hash that the engine has computed of the archive; blank for none. */
    String hash() {
      return configuration.has("code") ? configuration.get("code").getAsString() : "";
    }
  }

  void failSnapshot(String function) {
    failing.add(function);
  }

  void recover() {
    failing.clear();
  }

  /** Returns the number of versions of a function. */
  public synchronized int count(String function) {
    return published.entrySet().stream()
        .filter(it -> it.getKey().id().equals(function))
        .mapToInt(it -> it.getValue().size())
        .sum();
  }

  /** Deletes the versions of a function whose snapshots have failed, as an administrator may. */
  public synchronized void deleteFailed(String function) {
    published.forEach(
        (key, versions) -> {
          if (key.id().equals(function)) {
            versions.removeIf(Version::failed);
          }
        });
  }

  /** Returns whether two functions differ in what a version keeps. */
  static boolean differ(JsonObject one, JsonObject other) {
    return !configuration(one).equals(configuration(other));
  }

  /**
   * Publishes a version if it differs from the one before, and returns the last one; null for what
   * is no function.
   */
  synchronized @Nullable Version publish(ResourceId function, JsonObject properties) {
    if (!function.type().equals(FUNCTION)) {
      return null;
    }
    Version last = last(function);
    if (last == null || differ(last.configuration(), properties)) {
      int number = last == null ? 1 : last.number() + 1;
      published
          .computeIfAbsent(function, it -> new ArrayList<>())
          .add(new Version(number, configuration(properties), failing.contains(function.id())));
    }
    return last(function);
  }

  /** Returns the version with the highest number; null if there is none. */
  synchronized @Nullable Version last(ResourceId function) {
    List<Version> versions = published.getOrDefault(function, List.of());
    return versions.isEmpty() ? null : versions.get(versions.size() - 1);
  }

  /** Adds the version that a stack's exported state has. */
  synchronized void adopt(ResourceId key, JsonObject properties) {
    if (key.type().equals(FUNCTION)) {
      int number = properties.get("version").getAsInt();
      published.put(
          key, new ArrayList<>(List.of(new Version(number, configuration(properties), false))));
    }
  }

  synchronized void delete(ResourceId key) {
    published.remove(key);
  }

  /** Refuses an alias of a version that does not exist or whose snapshot has failed. */
  synchronized void refuseFailed(ResourceId key, JsonObject properties) {
    if (!key.type().equals(ALIAS)) {
      return;
    }
    Version version = version(key, properties);
    if (version.failed()) {
      throw new AwsRefusal(
          "ResourceConflictException: version %s is in state: 'Failed', StateReasonCode: 'FunctionError'"
              .formatted(version.text()));
    }
  }

  /** Returns the version that an alias serves. */
  synchronized Version version(ResourceId alias, JsonObject properties) {
    String function = properties.get("functionName").getAsString();
    String number = properties.get("functionVersion").getAsString();
    ResourceId key = ResourceId.of(FUNCTION, alias.region(), function);
    return published.getOrDefault(key, List.of()).stream()
        .filter(it -> it.text().equals(number))
        .findFirst()
        .orElseThrow(
            () -> new AwsRefusal("ResourceNotFoundException: %s:%s".formatted(function, number)));
  }

  /** Of the code counts the hash alone: the engine describes an archive in several ways. */
  private static JsonObject configuration(JsonObject properties) {
    JsonObject configuration = new JsonObject();
    PUBLISHED.stream()
        .filter(properties::has)
        .forEach(name -> configuration.add(name, properties.get(name).deepCopy()));
    if (configuration.get("code") instanceof JsonObject code && code.has("hash")) {
      configuration.add("code", code.get("hash"));
    }
    return configuration;
  }
}
