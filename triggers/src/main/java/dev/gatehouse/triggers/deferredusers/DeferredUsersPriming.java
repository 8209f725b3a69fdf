package dev.gatehouse.triggers.deferredusers;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.gatehouse.triggers.InvocationLog;
import dev.gatehouse.triggers.Priming;
import dev.gatehouse.users.DynamoDbUsers;
import dev.gatehouse.users.User;
import java.time.Instant;
import java.util.Map;

/** Takes a row out of a message before the snapshot, with a write that the table refuses. */
final class DeferredUsersPriming {
  private static final String NAME = "deferred-users";
  private static final String EVENT =
      """
      {"Records": [{"messageId": "priming", "eventSource": "aws:sqs", "body": %s}]}
      """;

  private DeferredUsersPriming() {}

  static void registerIn(Map<String, String> environment) {
    new Priming<>(
            InvocationLog.of(NAME),
            SQSEvent.class,
            () ->
                new DeferredUsersHandler(
                    DynamoDbUsers.rehearsal(environment), Priming.silent(NAME)),
            EVENT.formatted(quoted(new DeferredRow().write(row()))))
        .registerIn(environment);
  }

  private static User row() {
    Instant then = Instant.EPOCH;
    return new User(
        "priming",
        "priming@example.com",
        true,
        null,
        null,
        null,
        then,
        then,
        then,
        "priming",
        "us-east-1_priming",
        1);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\\\"") + "\"";
  }
}
