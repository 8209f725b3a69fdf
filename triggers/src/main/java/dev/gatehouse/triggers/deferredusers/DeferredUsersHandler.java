package dev.gatehouse.triggers.deferredusers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.gatehouse.triggers.InvocationLog;
import dev.gatehouse.triggers.InvocationLog.Invocation;
import dev.gatehouse.triggers.Outcome;
import dev.gatehouse.triggers.UserCopies;
import dev.gatehouse.triggers.emailrules.MailboxClaims;
import dev.gatehouse.users.DynamoDbMailboxes;
import dev.gatehouse.users.DynamoDbUsers;
import dev.gatehouse.users.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes into the users table the rows that post confirmation could not write.
 *
 * <p>What cannot be written this time is handed back alone; the queue brings it again, and after a
 * few times lays it aside.
 */
public final class DeferredUsersHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  /** Nobody waits, but the next message does. */
  private static final Duration CLAIM = Duration.ofSeconds(3);

  private final DeferredRow row = new DeferredRow();
  private final UserCopies copies;
  private final InvocationLog log;

  /** Connects to the table that the environment names. */
  public DeferredUsersHandler() {
    this(copies(System.getenv()), InvocationLog.of("deferred-users"));
    DeferredUsersPriming.of(System.getenv()).registerIn(System.getenv());
  }

  DeferredUsersHandler(UserCopies copies, InvocationLog log) {
    this.copies = copies;
    this.log = log;
  }

  private static UserCopies copies(Map<String, String> environment) {
    return new UserCopies(
        DynamoDbUsers.from(environment),
        MailboxClaims.from(environment, () -> DynamoDbMailboxes.from(environment, CLAIM)));
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

  /** Leaves one line in the log for each message: each is about another person. */
  private Outcome written(String text, Invocation invocation) {
    Outcome outcome;
    try {
      outcome = write(row.read(text), invocation);
    } catch (Throwable failure) {
      // Whatever it is, the other messages of the batch have nothing to do with it.
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
