package dev.gatehouse.local.s3.buckets;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A notification of a function about new or deleted objects.
 *
 * @param events the types of events, such as {@code s3:ObjectCreated:*}
 */
public record FunctionNotification(
    String id, String functionArn, List<String> events, String prefix, String suffix) {

  private static final String TYPE = "aws:s3/bucketNotification:BucketNotification";

  /** Returns the notifications of a bucket; throws {@code PlanInvalid} for other targets. */
  static List<FunctionNotification> of(Plan plan, String bucket) {
    List<FunctionNotification> notifications = new ArrayList<>();
    for (Resource resource : plan.ofType(TYPE)) {
      resource.refuseUnsupported(resource.inputs(), Set.of("bucket", "lambdaFunctions"));
      if (resource.input("bucket").equals(bucket)
          && resource.inputs().get("lambdaFunctions") instanceof JsonArray all) {
        all.forEach(each -> notifications.add(of(each.getAsJsonObject(), resource.name())));
      }
    }
    return List.copyOf(notifications);
  }

  private static FunctionNotification of(JsonObject notification, String name) {
    return new FunctionNotification(
        text(notification, "id", name),
        notification.get("lambdaFunctionArn").getAsString(),
        notification.getAsJsonArray("events").asList().stream()
            .map(JsonElement::getAsString)
            .toList(),
        text(notification, "filterPrefix", ""),
        text(notification, "filterSuffix", ""));
  }

  private static String text(JsonObject notification, String member, String missing) {
    JsonElement value = notification.get(member);
    return value == null || value.isJsonNull() ? missing : value.getAsString();
  }

  /**
   * Returns whether the function is told of an event.
   *
   * @param event the type without its prefix, such as {@code ObjectCreated:Put}
   */
  public boolean isAbout(String event, String key) {
    return key.startsWith(prefix)
        && key.endsWith(suffix)
        && events.stream()
            .map(type -> type.substring("s3:".length()))
            .anyMatch(
                type ->
                    type.endsWith("*")
                        ? event.startsWith(type.substring(0, type.length() - 1))
                        : event.equals(type));
  }
}
