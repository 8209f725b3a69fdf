package dev.gatehouse.triggers.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.lambda.log.InvocationLog;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.testing.AnyContext;
import dev.gatehouse.lambda.testing.TimedContext;
import dev.gatehouse.triggers.reconcile.sqs.DeadLetters;
import dev.gatehouse.users.CognitoUser;
import dev.gatehouse.users.MailboxClaims;
import dev.gatehouse.users.dynamodb.DynamoDbUsers;
import dev.gatehouse.users.dynamodb.UsersTable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A pass of many runs, with its state and its rows in the engine of the local emulator. */
final class ReconcilePassIT {
  private static final int PAGE = 60;
  private static final int ENOUGH = 600_000;

  private final UsersTable table = new UsersTable();
  private final DynamoDbUsers users = table.users();
  private final FakeUserPool pool = new FakeUserPool();
  private final List<String> lines = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-02T03:04:05Z");
  private boolean killed;

  @AfterEach
  void close() {
    table.close();
  }

  private ReconcileHandler handler() {
    DifferencePolicy policy =
        DifferencePolicy.from(
            new FunctionSettings(
                Map.of("RECONCILE_DIFFERENCES", "repair", "RECONCILE_GRACE_HOURS", "0")));
    MailboxClaims claims = MailboxClaims.in(null);
    Clock clock = clock();
    UserPool killing = new KillingPool();
    return new ReconcileHandler(
        TestReconciler.of(killing, users, users, claims, policy, clock),
        table.passes(),
        DeadLetters.NONE,
        clock,
        new InvocationLog("reconcile", clock, lines::add));
  }

  private Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  /** Lets a run handle one page: the time is read before each page and each write. */
  private Map<String, Object> runOfOnePage() {
    int[] times = IntStream.range(0, PAGE + 2).map(i -> i <= PAGE ? ENOUGH : 0).toArray();
    return run(Map.of("begin", false), TimedContext.with(times));
  }

  private Map<String, Object> run(Map<String, Object> event, TimedContext context) {
    now = now.plus(Duration.ofMinutes(15));
    return handler().handleRequest(event, context);
  }

  private void pages(int many) {
    for (int page = 0; page < many; page++) {
      int first = page * PAGE;
      pool.pageOf(
          IntStream.range(first, first + PAGE).mapToObj(i -> "u-" + i).toArray(String[]::new));
    }
  }

  /** The pool, whose next page kills the run. */
  private final class KillingPool implements UserPool {
    @Override
    public UserPage listUsers(@Nullable String token) {
      if (killed) {
        killed = false;
        throw new AssertionError("killed");
      }
      return pool.listUsers(token);
    }

    @Override
    public Optional<CognitoUser> find(String userName) {
      return pool.find(userName);
    }
  }

  @Test
  void passOfTenRunsReachesEverybodyThoughOneIsKilledAndOneHasAnExpiredToken() {
    pages(10);
    assertThat(run(Map.of(), TimedContext.with(0))).containsEntry("stopped", "OUT_OF_TIME");
    int runs = 0;
    Map<String, Object> last = Map.of();
    while (!Boolean.TRUE.equals(last.get("done")) && runs < 100) {
      runs++;
      if (runs == 3) {
        killed = true;
        assertThatThrownBy(this::runOfOnePage).hasMessage("killed");
      } else if (runs == 5) {
        pool.expireToken();
        last = runOfOnePage();
        assertThat(last).containsEntry("listedAgain", true);
      } else {
        last = runOfOnePage();
      }
    }
    assertThat(runs).isBetween(10, 30);
    assertThat(IntStream.range(0, 10 * PAGE))
        .allSatisfy(i -> assertThat(users.read("u-" + i)).isPresent());
    assertThat(pool.requestedTokens()).contains("9");
    assertThat(lines).filteredOn(it -> it.contains("\"ReconcilePassesFinished\":1")).hasSize(1);
    assertThat(runOfOnePage()).as("no pass is open").containsEntry("seen", 0L);
  }

  @Test
  void killedRunLeavesItsLeaseForAMinuteOnly() {
    pages(2);
    killed = true;
    assertThatThrownBy(() -> run(Map.of(), TimedContext.with(ENOUGH))).hasMessage("killed");
    assertThat(handler().handleRequest(Map.of(), another())).containsEntry("stopped", "LEASE_HELD");
    now = now.plusSeconds(60);
    assertThat(handler().handleRequest(Map.of("begin", false), another()))
        .containsEntry("done", true)
        .containsEntry("written", 120L);
  }

  /** Returns the context of another invocation. */
  private static TimedContext another() {
    return new TimedContext(new AnyContext("request-2"), TimedContext.with(ENOUGH).left());
  }

  @Test
  void passThatIsNeverFinishedGrowsOlder() {
    pages(1);
    run(Map.of(), TimedContext.with(0));
    now = now.plus(Duration.ofHours(49));
    run(Map.of(), TimedContext.with(0));
    assertThat(lines.getLast()).contains("\"ReconcilePassAge\":" + (49 * 60 + 15));
    run(Map.of(), TimedContext.with(ENOUGH));
    assertThat(lines.getLast()).contains("\"ReconcilePassAge\":0");
  }

  @Test
  @Tag("nightly")
  void fiftyThousandUsersAreReachedAndMostRowsWithoutUserAreFound() {
    int pages = 50_000 / PAGE + 1;
    pages(pages);
    IntStream.range(0, 500).forEach(i -> users.putIfAbsent(FakeUserPool.row("gone-" + i)));
    Map<String, Object> last = Map.of();
    for (int runs = 0; runs < 100 && !Boolean.TRUE.equals(last.get("done")); runs++) {
      int[] times = new int[PAGE * PAGE];
      Arrays.fill(times, ENOUGH);
      times[times.length - 1] = 0;
      last = run(Map.of("begin", runs == 0), TimedContext.with(times));
    }
    assertThat(last).containsEntry("done", true);
    assertThat(IntStream.range(0, pages * PAGE))
        .allSatisfy(i -> assertThat(users.read("u-" + i)).isPresent());
    long left = IntStream.range(0, 500).filter(i -> users.read("gone-" + i).isPresent()).count();
    assertThat(left).as("hidden by the filter until the next pass").isLessThan(50);
  }
}
