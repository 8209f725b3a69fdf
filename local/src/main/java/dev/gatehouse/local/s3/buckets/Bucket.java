package dev.gatehouse.local.s3.buckets;

import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import dev.gatehouse.local.state.StateEntries;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** A bucket with its rules and objects; keys are sorted by their UTF-16 code units. */
public final class Bucket {

  static final String TYPE = "aws:s3/bucketV2:BucketV2";

  private static final String LOCK =
      "aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2";

  private static final Set<String> INPUTS =
      Set.of("bucket", "bucketPrefix", "forceDestroy", "objectLockEnabled", "tags", "tagsAll");

  private final String name;
  private final String arn;
  private final Instant created;
  private final List<CorsRule> corsRules;
  private final List<FunctionNotification> notifications;
  private final List<LifecycleRule> lifecycle;
  private final boolean hasLock;
  private final Clock clock;
  private final StateEntries<StoredObject> entries;
  private final NavigableMap<String, StoredObject> objects = new ConcurrentSkipListMap<>();

  Bucket(Plan plan, Resource resource, Clock clock, StateEntries<StoredObject> entries) {
    resource.refuseUnsupported(resource.inputs(), INPUTS);
    this.name = resource.output("bucket");
    this.arn = resource.output("arn");
    this.created = clock.instant();
    this.corsRules = CorsRule.of(plan, name);
    this.notifications = FunctionNotification.of(plan, name);
    this.lifecycle = LifecycleRule.of(plan, name);
    this.hasLock = hasLock(plan, name);
    this.clock = clock;
    this.entries = entries;
  }

  private static boolean hasLock(Plan plan, String bucket) {
    return plan.ofType(LOCK).stream().anyMatch(lock -> lock.input("bucket").equals(bucket));
  }

  /** Reads the stored objects. */
  void read() {
    objects.clear();
    entries.all(name + "/").forEach((entry, object) -> objects.put(key(entry), object));
  }

  private String key(String entry) {
    return entry.substring(name.length() + 1);
  }

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Returns the ARN. */
  public String arn() {
    return arn;
  }

  /** Returns whether each object gets a retention when it is stored. */
  public boolean hasLock() {
    return hasLock;
  }

  /** Returns when the emulator started with the bucket. */
  public Instant created() {
    return created;
  }

  /** Returns the rules about pages. */
  public List<CorsRule> corsRules() {
    return corsRules;
  }

  /** Returns the notifications of functions. */
  public List<FunctionNotification> notifications() {
    return notifications;
  }

  /** Returns the object with a key, unless it is expired. */
  public Optional<StoredObject> object(String key) {
    expire();
    return Optional.ofNullable(objects.get(key));
  }

  /** Returns the objects, by key. */
  public NavigableMap<String, StoredObject> objects() {
    expire();
    return objects;
  }

  /** Stores an object. */
  public void put(String key, StoredObject object) {
    objects.put(key, object);
    changed(key);
  }

  /** Deletes an object; returns whether there was one. */
  public boolean delete(String key) {
    @Nullable StoredObject deleted = objects.remove(key);
    changed(key);
    return deleted != null;
  }

  /** Deletes what the lifecycle rules expire, as seen by the next request. */
  private void expire() {
    Instant now = clock.instant();
    for (Map.Entry<String, StoredObject> entry : objects.entrySet()) {
      String key = entry.getKey();
      if (lifecycle.stream().anyMatch(rule -> rule.expires(key, entry.getValue(), now))) {
        boolean unused = delete(key);
      }
    }
  }

  private void changed(String key) {
    entries.changed(name + "/" + key, () -> objects.get(key));
  }
}
