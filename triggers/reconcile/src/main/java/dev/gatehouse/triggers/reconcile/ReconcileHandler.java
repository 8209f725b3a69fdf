package dev.gatehouse.triggers.reconcile;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.gatehouse.lambda.log.InvocationLog;
import dev.gatehouse.lambda.log.InvocationLog.Invocation;
import dev.gatehouse.lambda.log.Outcome;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.triggers.reconcile.cognito.CognitoUserPool;
import dev.gatehouse.users.MailboxClaims;
import dev.gatehouse.users.Mailboxes;
import dev.gatehouse.users.UserErasure;
import dev.gatehouse.users.dynamodb.DynamoDbMailboxes;
import dev.gatehouse.users.dynamodb.DynamoDbUsers;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scheduled function that writes the rows of users whom the pool has and the users table lacks,
 * repairs damaged rows, and finds those that differ or whose users are gone.
 *
 * <p>It stops before Lambda ends it, and returns the page at which it stopped; invoked with that
 * response, it continues there.
 */
public final class ReconcileHandler
    implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  /** The time that one slow page and one slow write may take. */
  private static final Duration RESERVE = Duration.ofSeconds(16);

  /** Time limit of a claim: no client waits, but the rest of the page does. */
  private static final Duration CLAIM = Duration.ofSeconds(3);

  private static final String TOKEN = "paginationToken";

  private final PoolReconciler reconciler;
  private final InvocationLog log;

  /**
   * Creates the function from its environment.
   *
   * @throws InvalidSetting if a variable is missing or malformed
   */
  public ReconcileHandler() {
    this(reconciler(FunctionSettings.ofProcess()), InvocationLog.of("reconcile"));
  }

  private static PoolReconciler reconciler(FunctionSettings settings) {
    Clock clock = Clock.systemUTC();
    CognitoUserPool pool = CognitoUserPool.from(settings);
    DynamoDbUsers users = DynamoDbUsers.from(settings);
    DifferencePolicy policy = DifferencePolicy.from(settings);
    @Nullable Mailboxes mailboxes =
        MailboxClaims.areEnabled(settings) ? DynamoDbMailboxes.from(settings, CLAIM) : null;
    MailboxClaims claims = MailboxClaims.in(mailboxes);
    return new PoolReconciler(
        pool,
        new UserCopier(pool, users, claims, policy, clock),
        new GoneUsers(pool, users, new UserErasure(users, claims), policy, clock),
        mailboxes == null || !policy.repairs()
            ? null
            : new GoneClaims(pool, users, mailboxes, policy, clock));
  }

  ReconcileHandler(PoolReconciler reconciler, InvocationLog log) {
    this.reconciler = reconciler;
    this.log = log;
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> input, Context context) {
    Invocation invocation = log.start(context);
    ReconcileProgress progress =
        reconciler.reconcile(
            token(input), () -> context.getRemainingTimeInMillis() < RESERVE.toMillis());
    if (progress.failure() != null) {
      invocation.failedBy(progress.failure());
    }
    invocation.counted("UsersSeen", progress.seen());
    invocation.counted("UsersCopied", progress.written());
    invocation.counted("UsersNotCopied", progress.failures());
    counts(progress)
        .forEach(
            (metric, many) -> {
              if (many > 0) {
                invocation.counted(metric, many);
              }
            });
    invocation.ended(outcome(progress));
    if (progress.stopped() == ReconcileProgress.Stop.POOL_FAILED && progress.seen() == 0) {
      // Lambda counts and retries an invocation only if it throws.
      throw new IllegalStateException(
          "The pool cannot be listed: see the log line of this invocation");
    }
    return response(progress);
  }

  /** Returns the counts of what is no daily event. */
  private static Map<String, Long> counts(ReconcileProgress progress) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("UserRepaired", progress.repaired());
    counts.put("MailboxClaimsLost", progress.claimsLost());
    counts.put("UserRowsDifferent", progress.different());
    counts.put("UserRowsWithoutUser", progress.gone());
    counts.put("UserRowsRemoved", progress.removed());
    counts.put("ErasuresIncomplete", progress.erasuresIncomplete());
    return counts;
  }

  private static Outcome outcome(ReconcileProgress progress) {
    ReconcileProgress.Stop stop = progress.stopped();
    if (stop == ReconcileProgress.Stop.OUT_OF_TIME) {
      return Outcome.of("stopped").withCode(stop.name());
    }
    if (stop != null) {
      return Outcome.error("stopped", stop.name());
    }
    return progress.failures() == 0
        ? Outcome.of("reconciled")
        : Outcome.error("reconciled", "COPY_FAILED");
  }

  /** Returns the progress in the form that the next invocation takes as its event. */
  private static Map<String, Object> response(ReconcileProgress progress) {
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("done", progress.stopped() == null);
    response.put("seen", progress.seen());
    response.put("written", progress.written());
    response.put("repaired", progress.repaired());
    response.put("different", progress.different());
    response.put("gone", progress.gone());
    response.put("removed", progress.removed());
    response.put("postponed", progress.postponed());
    response.put("claimsFreed", progress.claimsFreed());
    response.put("rowsChecked", progress.areRowsChecked());
    response.put("failed", progress.failures());
    if (progress.stopped() != null) {
      response.put("stopped", progress.stopped().name());
    }
    if (progress.token() != null) {
      response.put(TOKEN, progress.token());
    }
    return response;
  }

  /** Returns the token in the event, or null: the event of the schedule has none. */
  private static @Nullable String token(@Nullable Map<String, Object> input) {
    return input != null && input.get(TOKEN) instanceof String token ? token : null;
  }
}
