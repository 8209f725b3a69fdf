package dev.gatehouse.triggers.deferredusers;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.gatehouse.lambda.log.InvocationLog;
import dev.gatehouse.lambda.priming.Priming;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.users.dynamodb.DynamoDbUserCopies;
import java.util.List;

/** The priming of the consumer: one message whose write the table refuses. */
final class DeferredUsersPriming {
  private static final String NAME = "deferred-users";
  private static final String EVENT =
      """
      {"Records": [{"messageId": "priming", "eventSource": "aws:sqs", "body":
        "{\\"sub\\":\\"priming\\",\\"email\\":\\"priming@example.com\\",\\"emailVerified\\":true,\
      \\"createdAt\\":\\"2026-01-01T00:00:00Z\\",\\"confirmedAt\\":\\"2026-01-01T00:00:00Z\\",\
      \\"updatedAt\\":\\"2026-01-01T00:00:00Z\\",\\"userName\\":\\"priming\\",\
      \\"userPoolId\\":\\"us-east-1_priming\\",\\"version\\":1}"}]}
      """;

  private DeferredUsersPriming() {}

  /** Returns the priming of the function with these settings. */
  static Priming<SQSEvent> of(FunctionSettings settings) {
    return new Priming<>(
        SQSEvent.class,
        () ->
            new DeferredUsersHandler(
                DynamoDbUserCopies.forPriming(settings), InvocationLog.silent(NAME)),
        () -> List.of(EVENT),
        InvocationLog.of(NAME)::notPrimed);
  }
}
