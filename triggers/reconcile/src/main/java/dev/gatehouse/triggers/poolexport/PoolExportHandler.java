package dev.gatehouse.triggers.poolexport;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.gatehouse.lambda.log.InvocationLog;
import dev.gatehouse.lambda.log.InvocationLog.Invocation;
import dev.gatehouse.lambda.log.Outcome;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.triggers.poolexport.cognito.CognitoExportPool;
import dev.gatehouse.triggers.poolexport.s3.S3ExportStore;
import dev.gatehouse.users.PassStore;
import dev.gatehouse.users.UserIds;
import dev.gatehouse.users.dynamodb.DynamoDbPassStore;
import dev.gatehouse.users.dynamodb.DynamoDbUserIds;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The scheduled function that exports users, groups and their members from the pool. Cognito gives
 * out no passwords and no second factors.
 *
 * <p>A run begins an export if one is due, or continues the open one. An event with {@code "begin":
 * true} begins another one, due or not.
 */
public final class PoolExportHandler
    implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  private static final String EVERY = "POOL_EXPORT_EVERY";

  private final ExportPool pool;
  private final UserIds ids;
  private final ExportStore store;
  private final PassStore passes;
  private final Duration every;
  private final Clock clock;
  private final InvocationLog log;

  /**
   * Creates the function from its environment.
   *
   * @throws InvalidSetting if a variable is missing or malformed
   */
  public PoolExportHandler() {
    this(FunctionSettings.ofProcess());
  }

  private PoolExportHandler(FunctionSettings settings) {
    this(
        CognitoExportPool.from(settings),
        DynamoDbUserIds.from(settings),
        S3ExportStore.from(settings),
        DynamoDbPassStore.from(settings, "pool-export"),
        every(settings),
        Clock.systemUTC(),
        InvocationLog.of("pool-export"));
  }

  PoolExportHandler(
      ExportPool pool,
      UserIds ids,
      ExportStore store,
      PassStore passes,
      Duration every,
      Clock clock,
      InvocationLog log) {
    this.pool = pool;
    this.ids = ids;
    this.store = store;
    this.passes = passes;
    this.every = every;
    this.clock = clock;
    this.log = log;
  }

  static Duration every(FunctionSettings settings) {
    try {
      Duration every = Duration.parse(settings.optional(EVERY, "PT24H"));
      if (every.isPositive()) {
        return every;
      }
    } catch (DateTimeParseException malformed) {
      // Refused as a negative one is.
    }
    throw new InvalidSetting(EVERY, "must be a duration such as PT24H");
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> input, Context context) {
    Invocation invocation = log.start(context);
    boolean begins = input != null && Boolean.TRUE.equals(input.get("begin"));
    try {
      return run(begins, context, invocation);
    } catch (LeasedExport.LeaseLost lost) {
      invocation.ended(Outcome.of("stopped").withCode("LEASE_LOST"));
      return response(false, null);
    } catch (RuntimeException failure) {
      invocation.failedBy(failure);
      invocation.ended(Outcome.error("stopped", "EXPORT_FAILED"));
      // Lambda counts and retries an invocation only if it throws. The message may quote a user.
      throw new IllegalStateException("The export failed: see the log line of this invocation");
    }
  }

  private Map<String, Object> run(boolean begins, Context context, Invocation invocation) {
    ExportState found = ExportState.of(passes.state(), clock.instant());
    if (!begins && !found.isDue(every, clock.instant())) {
      return ended(invocation, found, Outcome.of("not-due"), null);
    }
    Optional<LeasedExport> taken = LeasedExport.take(passes, context.getAwsRequestId(), clock);
    if (taken.isEmpty()) {
      return ended(invocation, found, Outcome.of("stopped").withCode("LEASE_HELD"), null);
    }
    LeasedExport leased = taken.get();
    try {
      if (!begins && !leased.state().isDue(every, clock.instant())) {
        // Another run has ended it meanwhile.
        leased.close();
        return ended(invocation, leased.state(), Outcome.of("not-due"), null);
      }
      Map<String, Object> response = exported(leased, begins, context, invocation);
      leased.close();
      return response;
    } catch (RuntimeException failure) {
      leased.abandon();
      throw failure;
    }
  }

  private Map<String, Object> exported(
      LeasedExport leased, boolean begins, Context context, Invocation invocation) {
    @Nullable Export open = leased.open();
    // A rebuilt pool has another id and other users.
    if (begins || open == null || !open.poolId().equals(pool.id())) {
      leased.begin(pool.id());
    }
    ExportRun run =
        new ExportRun(new ExportPages(pool, ids), store, clock, context::getRemainingTimeInMillis);
    @Nullable Export whole;
    try {
      whole = run.run(leased);
    } catch (ExportPool.InvalidToken expired) {
      // What was listed so far may miss who was listed later: from the start, under another id.
      leased.begin(pool.id());
      invocation.passed(Outcome.of("begun-again").withCode("TOKEN_EXPIRED"));
      whole = run.run(leased);
    }
    return ended(
        invocation,
        leased.state(),
        whole == null
            ? Outcome.of("stopped").withCode("OUT_OF_TIME")
            : Outcome.of("exported").countedAs("PoolExportsFinished"),
        whole);
  }

  private Map<String, Object> ended(
      Invocation invocation, ExportState state, Outcome outcome, @Nullable Export whole) {
    invocation.counted("PoolExportAge", state.age(clock.instant()).toMinutes());
    invocation.ended(outcome);
    return response(whole != null, whole == null ? state.open() : whole);
  }

  private static Map<String, Object> response(boolean done, @Nullable Export export) {
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("done", done);
    if (export != null) {
      response.put("export", export.id());
      response.put("parts", export.parts());
      response.put("users", export.counts().users());
      response.put("unconfirmed", export.counts().unconfirmed());
      response.put("groups", export.counts().groups());
      response.put("members", export.counts().members());
    }
    return response;
  }
}
