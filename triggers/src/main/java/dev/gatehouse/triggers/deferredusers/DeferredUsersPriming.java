package dev.gatehouse.triggers.deferredusers;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.gatehouse.functions.Priming;
import dev.gatehouse.triggers.InvocationLog;
import dev.gatehouse.triggers.UserCopies;
import java.util.List;
import java.util.Map;

/** Takes a row out of a message before the snapshot, with a write that the table refuses. */
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

  static Priming<SQSEvent> of(Map<String, String> environment) {
    return new Priming<>(
        SQSEvent.class,
        () ->
            new DeferredUsersHandler(UserCopies.rehearsal(environment), InvocationLog.silent(NAME)),
        () -> List.of(EVENT),
        InvocationLog.of(NAME)::notPrimed);
  }
}
