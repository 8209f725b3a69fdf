package dev.gatehouse.pulumi.rules;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.pulumi.plan.PlanVariants;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A recorded plan that the rules apply to.
 *
 * @param protectsData whether the pool, the tables and the key must be protected
 */
public record Variant(String name, boolean protectsData, Supplier<RecordedPlan> recorded) {
  /** The permissions boundary of {@link #alarmTopic}. */
  public static final String BOUNDARY = "arn:aws:iam::000000000000:policy/boundary";

  /** The key of {@link #alarmTopic} for data. */
  public static final String DATA_KEY =
      "arn:aws:kms:us-east-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab";

  private static final String ALARM_TOPIC = "alarm topic";
  private static final Map<String, RecordedPlan> RECORDED = new ConcurrentHashMap<>();

  /** Returns all recorded plans. */
  public static Stream<Variant> all() {
    return Stream.of(
        new Variant("local", true, () -> RecordedPlan.PLAN),
        new Variant("lambda", true, () -> PlanVariants.variant("lambda")),
        new Variant("hosted", true, () -> PlanVariants.variant("hosted")),
        new Variant(
            "one-account-per-mailbox", true, () -> PlanVariants.variant("one-account-per-mailbox")),
        new Variant("pictures", true, () -> PlanVariants.variant("pictures")),
        new Variant("full: edge, managed identity, hosted UI", true, PlanVariants::full),
        new Variant("bare: no domain, no protection", false, PlanVariants::bare),
        alarmTopic());
  }

  /**
   * Returns a plan with existing topics for alarms, an existing configuration set, a key and a
   * permissions boundary of the account, and what has alarms, roles or data only by a setting.
   */
  public static Variant alarmTopic() {
    return new Variant(
        ALARM_TOPIC,
        true,
        () ->
            RECORDED.computeIfAbsent(
                ALARM_TOPIC,
                it ->
                    RecordedPlan.of(
                        RecordedPlan.LOCAL
                            .with("gatehouse:alarmEmail", "")
                            .with(
                                "gatehouse:alarmTopicArn",
                                "arn:aws:sns:us-east-1:000000000000:alarms")
                            .with(
                                "gatehouse:ticketTopicArn",
                                "arn:aws:sns:us-east-1:000000000000:tickets")
                            .with("gatehouse:emailSending", "lambda")
                            .with("gatehouse:canaryPassword", "Correct-horse-9")
                            .with("gatehouse:poolExportHours", "24")
                            .with("gatehouse:tableBackupDays", "35")
                            .with("gatehouse:profilePictures", "true")
                            .with("gatehouse:permissionsBoundaryArn", BOUNDARY)
                            .with("gatehouse:dataKeyArn", DATA_KEY)
                            .with("gatehouse:userPoolWaf", "true")
                            .with("gatehouse:waf", "true")
                            .with("gatehouse:sesConfigurationSet", "mail"))));
  }

  public RecordedPlan plan() {
    return recorded.get();
  }

  @Override
  public String toString() {
    return name;
  }

  /** Returns the resources of AWS, without Pulumi's components. */
  List<JsonObject> resources() {
    return plan().resources().stream()
        .filter(it -> RecordedPlan.text(it, "type").startsWith("aws:"))
        .toList();
  }

  /** Returns every string of these inputs by its path, like {@code a.b}, without list indexes. */
  static Stream<Map.Entry<String, String>> texts(JsonElement element, String path) {
    if (element instanceof JsonObject object) {
      return object.entrySet().stream()
          .flatMap(
              it -> texts(it.getValue(), path.isEmpty() ? it.getKey() : path + "." + it.getKey()));
    }
    if (element.isJsonArray()) {
      return element.getAsJsonArray().asList().stream().flatMap(it -> texts(it, path));
    }
    return element instanceof JsonPrimitive primitive && primitive.isString()
        ? Stream.of(Map.entry(path, primitive.getAsString()))
        : Stream.empty();
  }
}
