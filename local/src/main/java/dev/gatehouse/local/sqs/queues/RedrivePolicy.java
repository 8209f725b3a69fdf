package dev.gatehouse.local.sqs.queues;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.plan.Resource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rule that moves a message to a dead-letter queue.
 *
 * @param maxReceiveCount how many times a message may be received before it is moved
 */
public record RedrivePolicy(String deadLetterTargetArn, int maxReceiveCount) {

  /** Returns the policy of a queue, null if there is none; throws {@code PlanInvalid}. */
  static @Nullable RedrivePolicy of(Resource queue) {
    @Nullable String policy = queue.optionalInput("redrivePolicy").orElse(null);
    if (policy == null) {
      return null;
    }
    return parse(policy)
        .orElseThrow(
            () ->
                queue.refused(
                    "has a redrivePolicy that is not {deadLetterTargetArn, maxReceiveCount}: "
                        + policy));
  }

  /** Returns the policy in a text, or an empty Optional if it is malformed. */
  public static Optional<RedrivePolicy> parse(String policy) {
    try {
      if (JsonParser.parseString(policy) instanceof JsonObject json
          && json.get("deadLetterTargetArn") instanceof JsonPrimitive target
          && json.get("maxReceiveCount") instanceof JsonPrimitive count
          && count.getAsInt() > 0) {
        return Optional.of(new RedrivePolicy(target.getAsString(), count.getAsInt()));
      }
    } catch (JsonParseException | NumberFormatException e) {
      // Malformed, like everything else.
    }
    return Optional.empty();
  }

  /** Returns the policy in JSON, as the attribute RedrivePolicy has it. */
  public String json() {
    return Json.text(
        Json.object(
            "deadLetterTargetArn", deadLetterTargetArn, "maxReceiveCount", maxReceiveCount));
  }
}
