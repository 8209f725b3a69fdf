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
import dev.gatehouse.triggers.deferredusers.sqs.SqsDeferredQueue;
import dev.gatehouse.users.User;
import dev.gatehouse.users.UserCopies;
import dev.gatehouse.users.dynamodb.DynamoDbUserCopies;
import dev.gatehouse.users.json.UserJson;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The consumer of the queue of deferred users: writes the rows that PostConfirmation could not
 * write.
 *
 * <p>It reports failed messages one by one and hides each of them longer than the time before. The
 * queue moves them to the dead-letter queue when their receives are exhausted. A message that no
 * attempt can write goes to another queue, so that no redrive brings it back.
 */
public final class DeferredUsersHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  /** Time limit of a call: five messages, each hidden after it, are within the timeout. */
  private static final Duration TIME_LIMIT = Duration.ofMillis(2500);

  private final UserJson json = new UserJson();
  private final UserCopies copies;
  private final DeferredQueue queue;
  private final int maxReceives;
  private final Clock clock;
  private final InvocationLog log;

  /**
   * Creates the function from its environment.
   *
   * @throws InvalidSetting if a variable is missing or malformed
   */
  public DeferredUsersHandler() {
    this(
        DynamoDbUserCopies.from(FunctionSettings.ofProcess(), TIME_LIMIT, TIME_LIMIT),
        SqsDeferredQueue.from(FunctionSettings.ofProcess()),
        maxReceives(FunctionSettings.ofProcess()),
        Clock.systemUTC(),
        InvocationLog.of("deferred-users"));
  }

  DeferredUsersHandler(
      UserCopies copies, DeferredQueue queue, int maxReceives, Clock clock, InvocationLog log) {
    this.copies = copies;
    this.queue = queue;
    this.maxReceives = maxReceives;
    this.clock = clock;
    this.log = log;
  }

  private static int maxReceives(FunctionSettings settings) {
    String number = settings.required("DEFERRED_USERS_MAX_RECEIVES", "the queue's maxReceiveCount");
    if (!number.matches("[1-9]\\d{0,3}")) {
      throw new InvalidSetting("DEFERRED_USERS_MAX_RECEIVES", "must be a number from 1 to 9999");
    }
    return Integer.parseInt(number);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    List<BatchItemFailure> failures = new ArrayList<>();
    for (SQSMessage message : event.getRecords()) {
      if (!isDone(message, log.start(context))) {
        failures.add(new BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failures);
  }

  /** Handles one message, and writes one log line: each is about another user. */
  private boolean isDone(SQSMessage message, Invocation invocation) {
    @Nullable User user = json.read(message.getBody());
    if (user == null) {
      boolean refused = isRefused(message, invocation);
      invocation.ended(Outcome.error("refused", "MESSAGE_MALFORMED"));
      return refused;
    }
    invocation.about(user.sub());
    try {
      invocation.ended(copies.copy(user, invocation));
      return true;
    } catch (Throwable failure) {
      // One failed message must not fail the rest of the batch.
      invocation.failedBy(failure);
      return isGivenUp(message, invocation);
    }
  }

  /** Hides a message until its next attempt, or gives it up after its last. */
  private boolean isGivenUp(SQSMessage message, Invocation invocation) {
    Attempt attempt = Attempt.of(message, json);
    invocation.counted("DeferredUserAge", attempt.age(clock.instant()));
    if (attempt.isLastAfterRedrive(maxReceives) && isRefused(message, invocation)) {
      invocation.ended(Outcome.error("refused", "COPY_FAILED"));
      return true;
    }
    try {
      queue.hide(message.getReceiptHandle(), attempt.delay());
    } catch (RuntimeException notHidden) {
      // The queue's own timeout hides it.
      invocation.causedBy(notHidden.getClass().getName());
    }
    invocation.ended(Outcome.error("deferred-again", "COPY_FAILED"));
    return false;
  }

  private boolean isRefused(SQSMessage message, Invocation invocation) {
    try {
      queue.refuse(message.getBody());
      return true;
    } catch (RuntimeException failure) {
      // The message comes again, and in the end into the dead-letter queue.
      invocation.failedBy(failure);
      return false;
    }
  }
}
