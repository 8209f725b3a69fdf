package dev.gatehouse.local.sqs;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.plan.Resource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses, in a sentence that names the resource, what a queue or its reader cannot have here. */
final class QueueCheck {

  private static final Set<String> INPUTS =
      Set.of(
          "name",
          "visibilityTimeoutSeconds",
          "messageRetentionSeconds",
          "delaySeconds",
          "receiveWaitTimeSeconds",
          "maxMessageSize",
          "redrivePolicy",
          // From here on without meaning on one machine.
          "kmsDataKeyReusePeriodSeconds",
          "kmsMasterKeyId",
          "policy",
          "region",
          "sqsManagedSseEnabled",
          "tags",
          "tagsAll");

  private static final Set<String> MAPPING_INPUTS =
      Set.of(
          "batchSize",
          "enabled",
          "eventSourceArn",
          "functionName",
          "functionResponseTypes",
          // From here on without meaning on one machine.
          "kmsKeyArn",
          "region",
          "tags",
          "tagsAll");

  private QueueCheck() {}

  static void queue(Resource queue) {
    onlyKnown(queue, INPUTS);
  }

  static void mapping(Resource mapping) {
    onlyKnown(mapping, MAPPING_INPUTS);
    for (String type : mapping.texts("functionResponseTypes")) {
      if (!type.equals("ReportBatchItemFailures")) {
        throw invalid(mapping, "asks for the response type %s".formatted(type));
      }
    }
  }

  /** Returns the policy, or null if there is none. */
  static @Nullable JsonObject redrivePolicy(Resource queue) {
    @Nullable String policy = queue.optionalInput("redrivePolicy").orElse(null);
    if (policy == null) {
      return null;
    }
    try {
      if (JsonParser.parseString(policy) instanceof JsonObject read
          && read.get("deadLetterTargetArn") instanceof JsonPrimitive
          && read.get("maxReceiveCount") instanceof JsonPrimitive times
          && times.getAsInt() > 0) {
        return read;
      }
    } catch (JsonParseException | NumberFormatException e) {
      // Said below, like everything else that may be wrong with it.
    }
    throw invalid(
        queue, "has a redrivePolicy that is not {deadLetterTargetArn, maxReceiveCount}: " + policy);
  }

  /** Takes 30 and 30.0, as Pulumi writes numbers in both ways. */
  static int whole(Resource resource, String input, int otherwise) {
    return resource
        .optionalInput(input)
        .map(number -> (int) Double.parseDouble(number))
        .orElse(otherwise);
  }

  static PlanInvalid invalid(Resource resource, String why) {
    return new PlanInvalid("%s \"%s\" %s".formatted(resource.type(), resource.name(), why));
  }

  private static void onlyKnown(Resource resource, Set<String> known) {
    resource
        .inputs()
        .asMap()
        .forEach((name, value) -> {
          if (!known.contains(name) && !empty(value)) {
            throw invalid(resource, "sets %s, which cannot be had on one machine".formatted(name));
          }
        });
  }

  private static boolean empty(JsonElement value) {
    return value.isJsonNull()
        || (value.isJsonPrimitive() && value.getAsString().equals("false"))
        || (value instanceof JsonArray array && array.isEmpty());
  }
}
