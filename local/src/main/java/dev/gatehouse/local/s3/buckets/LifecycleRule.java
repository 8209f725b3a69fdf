package dev.gatehouse.local.s3.buckets;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule that deletes old objects.
 *
 * @param prefix the start of the keys of the objects
 * @param days the age in days
 */
record LifecycleRule(String prefix, int days) {

  private static final String TYPE =
      "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2";

  /** Returns the rules of a bucket; throws {@code PlanInvalid} for what is not supported. */
  static List<LifecycleRule> of(Plan plan, String bucket) {
    List<LifecycleRule> rules = new ArrayList<>();
    for (Resource configuration : plan.ofType(TYPE)) {
      if (configuration.input("bucket").equals(bucket)
          && configuration.inputs().get("rules") instanceof JsonArray all) {
        for (JsonElement rule : all) {
          of(rule.getAsJsonObject(), configuration, rules);
        }
      }
    }
    return List.copyOf(rules);
  }

  private static void of(JsonObject rule, Resource configuration, List<LifecycleRule> rules) {
    for (String member : rule.keySet()) {
      switch (member) {
        // Uploads in parts are not emulated, so that none is left incomplete.
        case "id", "status", "filter", "expiration", "abortIncompleteMultipartUpload" -> {}
        // Nobody can read a version that is no longer current.
        case "noncurrentVersionExpiration" -> {}
        default ->
            throw configuration.refused(
                "has a rule with %s, which the local emulator does not support".formatted(member));
      }
    }
    if (rule.get("status").getAsString().equals("Enabled")
        && rule.get("expiration") instanceof JsonObject expiration) {
      JsonElement prefix =
          rule.get("filter") instanceof JsonObject filter ? filter.get("prefix") : null;
      rules.add(
          new LifecycleRule(
              prefix == null ? "" : prefix.getAsString(),
              (int) expiration.get("days").getAsDouble()));
    }
  }

  /** Returns whether an object is expired: S3 rounds up to the next midnight UTC. */
  boolean expires(String key, StoredObject object, Instant now) {
    Instant due =
        object
            .lastModified()
            .plus(days, ChronoUnit.DAYS)
            .truncatedTo(ChronoUnit.DAYS)
            .plus(1, ChronoUnit.DAYS);
    return key.startsWith(prefix) && !now.isBefore(due);
  }
}
