package dev.gatehouse.triggers.reconcile;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.gatehouse.lambda.log.InvocationLog;
import dev.gatehouse.lambda.log.InvocationLog.Invocation;
import dev.gatehouse.lambda.log.Outcome;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.triggers.reconcile.ReconcileProgress.Stop;
import dev.gatehouse.triggers.reconcile.cognito.CognitoUserPool;
import dev.gatehouse.triggers.reconcile.sqs.DeadLetters;
import dev.gatehouse.triggers.reconcile.sqs.SqsDeadLetters;
import dev.gatehouse.users.MailboxClaims;
import dev.gatehouse.users.Mailboxes;
import dev.gatehouse.users.PassStore;
import dev.gatehouse.users.UserErasure;
import dev.gatehouse.users.dynamodb.DynamoDbMailboxes;
import dev.gatehouse.users.dynamodb.DynamoDbPassStore;
import dev.gatehouse.users.dynamodb.DynamoDbUsers;
import dev.gatehouse.users.s3.S3PictureStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The scheduled function that writes the rows of users whom the pool has and the users table lacks,
 * repairs damaged rows, and finds those that differ or whose users are gone.
 *
 * <p>It stops before Lambda ends it; the next invocation continues the pass. An event with {@code
 * "begin": false}, as one schedule sends it, begins no new pass.
 */
public final class ReconcileHandler
    implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  /** Time limit of a claim: no client waits, but the rest of the page does. */
  private static final Duration CLAIM = Duration.ofSeconds(3);

  private final PoolReconciler reconciler;
  private final PassStore passes;
  private final DeadLetters deadLetters;
  private final Clock clock;
  private final InvocationLog log;

  /**
   * Creates the function from its environment.
   *
   * @throws InvalidSetting if a variable is missing or malformed
   */
  public ReconcileHandler() {
    this(
        reconciler(FunctionSettings.ofProcess()),
        DynamoDbPassStore.from(FunctionSettings.ofProcess(), "reconcile"),
        SqsDeadLetters.from(FunctionSettings.ofProcess()),
        Clock.systemUTC(),
        InvocationLog.of("reconcile"));
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
        new UserCopier(
            pool, users, claims, policy, UnconfirmedUsers.from(settings, pool, clock), clock),
        new GoneUsers(
            pool,
            users,
            new UserErasure(users, claims, S3PictureStore.erasable(settings)),
            policy,
            clock),
        mailboxes == null || !policy.repairs()
            ? null
            : new GoneClaims(pool, users, mailboxes, policy, clock));
  }

  ReconcileHandler(
      PoolReconciler reconciler,
      PassStore passes,
      DeadLetters deadLetters,
      Clock clock,
      InvocationLog log) {
    this.reconciler = reconciler;
    this.passes = passes;
    this.deadLetters = deadLetters;
    this.clock = clock;
    this.log = log;
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> input, Context context) {
    Invocation invocation = log.start(context);
    Optional<LeasedPass> leased = lease(input, context, invocation);
    if (leased.isEmpty()) {
      invocation.ended(Outcome.of("stopped").withCode(Stop.LEASE_HELD.name()));
      ReconcileProgress nothing = new ReconcileProgress();
      nothing.leaseHeld();
      return RunReport.response(nothing);
    }
    ReconcileProgress progress = run(leased.get(), new TimeLeft(context::getRemainingTimeInMillis));
    redrive(leased.get(), progress, invocation);
    new RunReport(progress, leased.get()).writeTo(invocation);
    if (progress.stopped() == Stop.POOL_FAILED && progress.seen() == 0) {
      // Lambda counts and retries an invocation only if it throws.
      throw new IllegalStateException(
          "The pool cannot be listed: see the log line of this invocation");
    }
    return RunReport.response(progress);
  }

  private Optional<LeasedPass> lease(
      @Nullable Map<String, Object> input, Context context, Invocation invocation) {
    boolean begins = input == null || !Boolean.FALSE.equals(input.get("begin"));
    try {
      return LeasedPass.take(passes, context.getAwsRequestId(), clock, begins);
    } catch (RuntimeException failure) {
      invocation.failedBy(failure);
      invocation.ended(Outcome.error("stopped", Stop.TABLE_FAILED.name()));
      // The failure's own message may name what only the log should.
      throw new IllegalStateException(
          "The users table does not give the lease: see the log line of this invocation");
    }
  }

  /** Moves dead letters back once the table takes writes: the run has just written its state. */
  private void redrive(LeasedPass leased, ReconcileProgress progress, Invocation invocation) {
    if (progress.stopped() == Stop.TABLE_FAILED || progress.failures() > 0) {
      return;
    }
    try {
      long count = deadLetters.count();
      if (count > 0) {
        leased.checkWrites();
        deadLetters.redrive();
        invocation.counted("DeferredUsersRedriven", count);
      }
    } catch (RuntimeException failure) {
      // Nothing is lost: the next run tries again.
      invocation.failedBy(failure);
      invocation.passed(Outcome.error("not-redriven", "REDRIVE_FAILED"));
    }
  }

  private ReconcileProgress run(LeasedPass leased, TimeLeft time) {
    ReconcileProgress progress = new ReconcileProgress();
    try {
      reconciler.reconcile(leased, progress, time);
      leased.close();
    } catch (LeasedPass.LeaseLost lost) {
      progress.leaseLost();
    } catch (RuntimeException failure) {
      progress.tableFailed(failure);
      leased.abandon();
    }
    return progress;
  }
}
