package dev.gatehouse.triggers.reconcile;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.gatehouse.triggers.InvocationLog;
import dev.gatehouse.triggers.InvocationLog.Invocation;
import dev.gatehouse.triggers.Outcome;
import dev.gatehouse.triggers.emailrules.MailboxClaims;
import dev.gatehouse.users.DynamoDbMailboxes;
import dev.gatehouse.users.DynamoDbUsers;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes into the users table whom the pool has and the table has not.
 *
 * <p>It stops before Lambda would end it, and answers with where it stopped; called with that
 * answer, it goes on there.
 */
public final class ReconcileHandler
    implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  /** Enough for one page that comes slowly and one row that is written slowly. */
  private static final Duration RESERVE = Duration.ofSeconds(16);

  /** Nobody waits, but the rest of the page does. */
  private static final Duration CLAIM = Duration.ofSeconds(3);

  private static final String TOKEN = "paginationToken";

  private final Reconciliation reconciliation;
  private final InvocationLog log;

  /** Connects to the pool and to the table that the environment names. */
  public ReconcileHandler() {
    this(
        new Reconciliation(
            CognitoPoolUsers.from(System.getenv()),
            DynamoDbUsers.from(System.getenv()),
            MailboxClaims.from(
                System.getenv(), () -> DynamoDbMailboxes.from(System.getenv(), CLAIM)),
            Clock.systemUTC()),
        InvocationLog.of("reconcile"));
  }

  ReconcileHandler(Reconciliation reconciliation, InvocationLog log) {
    this.reconciliation = reconciliation;
    this.log = log;
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> input, Context context) {
    Invocation invocation = log.start(context);
    Progress progress =
        reconciliation.from(
            token(input), () -> context.getRemainingTimeInMillis() < RESERVE.toMillis());
    if (progress.failure() != null) {
      invocation.failedBy(progress.failure());
    }
    invocation.counted("UsersSeen", progress.seen());
    invocation.counted("UsersCopied", progress.written());
    invocation.counted("UsersNotCopied", progress.failures());
    if (progress.lostClaims() > 0) {
      invocation.counted("MailboxClaimsLost", progress.lostClaims());
    }
    invocation.ended(outcome(progress));
    if (progress.stopped() == Progress.Stop.POOL_FAILED && progress.seen() == 0) {
      // Nothing to hand back, and Lambda counts and repeats only what is thrown.
      throw new IllegalStateException("The pool cannot be listed: see the line in the log");
    }
    return answer(progress);
  }

  private static Outcome outcome(Progress progress) {
    Progress.Stop stop = progress.stopped();
    if (stop == Progress.Stop.OUT_OF_TIME) {
      return Outcome.of("stopped").withCode(stop.name());
    }
    if (stop != null) {
      return Outcome.error("stopped", stop.name());
    }
    return progress.failures() == 0
        ? Outcome.of("reconciled")
        : Outcome.error("reconciled", "COPY_FAILED");
  }

  /** Says how far it came, in the form that the next call takes. */
  private static Map<String, Object> answer(Progress progress) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("done", progress.stopped() == null);
    answer.put("seen", progress.seen());
    answer.put("written", progress.written());
    answer.put("failed", progress.failures());
    if (progress.stopped() != null) {
      answer.put("stopped", progress.stopped().name());
    }
    if (progress.token() != null) {
      answer.put(TOKEN, progress.token());
    }
    return answer;
  }

  /** A schedule sends something else or nothing, and so begins at the first page. */
  private static @Nullable String token(@Nullable Map<String, Object> input) {
    return input != null && input.get(TOKEN) instanceof String token ? token : null;
  }
}
