package dev.gatehouse.local.kms.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint.Whole;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.kms.keys.KmsKey;
import dev.gatehouse.local.kms.keys.KmsKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The operation that disables a key until it would be deleted; the emulator keeps it. */
record ScheduleKeyDeletion(KmsKeys keys, Clock clock) implements Operation {

  private static final int SHORTEST = 7;
  private static final int LONGEST = 30;

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .required("KeyId", KmsShapes.KEY_ID)
        .optional("PendingWindowInDays", new Whole(SHORTEST, LONGEST))
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    KmsKey key = KmsShapes.requireNotDeleted(keys.find(request.text("KeyId")));
    int days = request.number("PendingWindowInDays").orElse(LONGEST);
    Instant deletion = clock.instant().plus(Duration.ofDays(days));
    KmsKey scheduled = key.withDeletion(deletion);
    keys.replace(scheduled);
    return Json.object(
        "KeyId", key.arn(),
        "DeletionDate", Json.epochSeconds(deletion),
        "KeyState", scheduled.state(),
        "PendingWindowInDays", days);
  }
}
