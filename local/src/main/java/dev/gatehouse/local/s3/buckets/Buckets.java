package dev.gatehouse.local.s3.buckets;

import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import dev.gatehouse.local.state.StateEntries;
import dev.gatehouse.local.state.StateStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The buckets of the plan. */
public final class Buckets {

  private final Map<String, Bucket> byName = new TreeMap<>();

  /** Creates the buckets with the stored objects; throws {@code PlanInvalid}. */
  public Buckets(Plan plan, Clock clock, StateStore state) {
    StateEntries<StoredObject> entries = state.entries("s3-objects", StoredObject.class);
    for (Resource resource : plan.ofType(Bucket.TYPE)) {
      Bucket bucket = new Bucket(plan, resource, clock, entries);
      byName.put(bucket.name(), bucket);
    }
    state.read(() -> byName.values().forEach(Bucket::read));
  }

  /** Returns the bucket of this name. */
  public Optional<Bucket> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Returns all buckets, by name. */
  public List<Bucket> all() {
    return List.copyOf(byName.values());
  }
}
