package dev.gatehouse.local.sqs;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
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
    queue.refuseOthers(queue.inputs(), INPUTS, QueueCheck::empty);
  }

  static void mapping(Resource mapping) {
    mapping.refuseOthers(mapping.inputs(), MAPPING_INPUTS, QueueCheck::empty);
    for (String type : mapping.texts("functionResponseTypes")) {
      if (!type.equals("ReportBatchItemFailures")) {
        throw mapping.refused("asks for the response type %s".formatted(type));
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
    throw queue.refused(
        "has a redrivePolicy that is not {deadLetterTargetArn, maxReceiveCount}: " + policy);
  }

  private static boolean empty(JsonElement value) {
    return value.isJsonNull()
        || (value.isJsonPrimitive() && value.getAsString().equals("false"))
        || (value instanceof JsonArray array && array.isEmpty());
  }
}
