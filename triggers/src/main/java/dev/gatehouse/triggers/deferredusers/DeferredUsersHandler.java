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
import dev.gatehouse.users.DynamoDbUsers;
import dev.gatehouse.users.User;
import dev.gatehouse.users.Users;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes into the users table the rows that post confirmation could not write.
 *
 * <p>What cannot be written this time is handed back alone; the queue brings it again, and after a
 * few times lays it aside.
 */
public final class DeferredUsersHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final DeferredRow row = new DeferredRow();
  private final Users users;
  private final InvocationLog log;

  /** Connects to the table that the environment names. */
  public DeferredUsersHandler() {
    this(DynamoDbUsers.from(System.getenv()), InvocationLog.of("deferred-users"));
    DeferredUsersPriming.of(System.getenv()).registerIn(System.getenv());
  }

  DeferredUsersHandler(Users users, InvocationLog log) {
    this.users = users;
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
    return users.putIfAbsent(user)
        ? Outcome.of("copied").countedAs("UsersCopied")
        : Outcome.of("already-there");
  }
}
