package dev.gatehouse.triggers.deferredusers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.gatehouse.lambda.log.InvocationLog;
import dev.gatehouse.lambda.log.InvocationLog.Invocation;
import dev.gatehouse.lambda.log.Outcome;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.users.User;
import dev.gatehouse.users.UserCopies;
import dev.gatehouse.users.dynamodb.DynamoDbUserCopies;
import dev.gatehouse.users.json.UserJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The consumer of the queue of deferred users: writes the rows that PostConfirmation could not
 * write.
 *
 * <p>It reports failed messages one by one; the queue delivers them again, and moves them to the
 * dead-letter queue when their receives are exhausted.
 */
public final class DeferredUsersHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  /** Time limit of a call: no client waits, but the next message does. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(3);

  private final UserJson json = new UserJson();
  private final UserCopies copies;
  private final InvocationLog log;

  /**
   * Creates the function from its environment.
   *
   * @throws InvalidSetting if a variable is missing or malformed
   */
  public DeferredUsersHandler() {
    this(
        DynamoDbUserCopies.from(FunctionSettings.ofProcess(), TIME_LIMIT, TIME_LIMIT),
        InvocationLog.of("deferred-users"));
    DeferredUsersPriming.of(FunctionSettings.ofProcess()).registerIn(FunctionSettings.ofProcess());
  }

  DeferredUsersHandler(UserCopies copies, InvocationLog log) {
    this.copies = copies;
    this.log = log;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    List<BatchItemFailure> failures = new ArrayList<>();
    for (SQSMessage message : event.getRecords()) {
      Outcome outcome = written(message.getBody(), log.start(context));
      if (outcome.error()) {
        failures.add(new BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failures);
  }

  /** Writes one row, and one log line: each message is about another user. */
  private Outcome written(String text, Invocation invocation) {
    Outcome outcome;
    try {
      outcome = write(json.read(text), invocation);
    } catch (Throwable failure) {
      // One failed message must not fail the rest of the batch.
      invocation.failedBy(failure);
      outcome = Outcome.error("deferred-again", "COPY_FAILED");
    }
    invocation.ended(outcome);
    return outcome;
  }

  private Outcome write(@Nullable User user, Invocation invocation) {
    if (user == null) {
      return Outcome.error("refused", "MESSAGE_MALFORMED");
    }
    invocation.about(user.sub());
    return copies.copy(user, invocation);
  }
}
