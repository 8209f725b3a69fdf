package dev.gatehouse.triggers.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.testing.RecordedLog;
import dev.gatehouse.lambda.testing.TimedContext;
import dev.gatehouse.triggers.reconcile.sqs.DeadLetters;
import dev.gatehouse.users.FailingUsers;
import dev.gatehouse.users.InMemoryPassStore;
import dev.gatehouse.users.InMemoryUsers;
import dev.gatehouse.users.MailboxClaims;
import dev.gatehouse.users.Users;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows that reconcile moves back from the dead-letter queue of deferred users. */
final class ReconcileRedriveTest {
  private static final int MINUTES = 120_000;

  private final RecordedLog log = new RecordedLog();
  private final InMemoryUsers users = new InMemoryUsers();
  private final FakeUserPool pool = new FakeUserPool();
  private final InMemoryPassStore passes = new InMemoryPassStore();
  private final FakeDeadLetters deadLetters = new FakeDeadLetters();

  private Map<String, Object> run(boolean begin, Users into) {
    DifferencePolicy policy = DifferencePolicy.from(new FunctionSettings(Map.of()));
    MailboxClaims claims = MailboxClaims.in(null);
    return new ReconcileHandler(
            TestReconciler.of(pool, into, users, claims, policy, RecordedLog.CLOCK),
            passes,
            deadLetters,
            RecordedLog.CLOCK,
            log.of("reconcile"))
        .handleRequest(Map.of("begin", begin), TimedContext.with(MINUTES));
  }

  @Test
  void deadLettersAreMovedBackOnceWritesSucceed() {
    pool.pageOf("a", "b");
    deadLetters.count = 3;
    run(true, FailingUsers.forSub("b", users));
    assertThat(deadLetters.redrives).as("a write failed").isZero();
    log.clear();
    run(true, users);
    assertThat(deadLetters.redrives).isOne();
    assertThat(log.line().get("DeferredUsersRedriven").getAsLong()).isEqualTo(3);
    run(false, users);
    assertThat(deadLetters.redrives).as("also without a pass").isEqualTo(2);
    deadLetters.count = 0;
    run(false, users);
    assertThat(deadLetters.redrives).isEqualTo(2);
  }

  @Test
  void redriveThatFailsIsLoggedAndFailsNoRun() {
    pool.pageOf("a");
    deadLetters.count = -1;
    assertThat(run(true, users)).containsEntry("done", true);
    assertThat(log.lines().getFirst()).contains("REDRIVE_FAILED").doesNotContain("secret");
  }

  /** Dead letters whose count may fail. */
  private static final class FakeDeadLetters implements DeadLetters {
    private long count;
    private int redrives;

    @Override
    public long count() {
      if (count < 0) {
        throw new IllegalStateException("secret");
      }
      return count;
    }

    @Override
    public void redrive() {
      redrives++;
    }
  }
}
