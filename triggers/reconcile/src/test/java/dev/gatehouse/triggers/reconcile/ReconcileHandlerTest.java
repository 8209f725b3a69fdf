package dev.gatehouse.triggers.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.testing.Events;
import dev.gatehouse.lambda.testing.RecordedLog;
import dev.gatehouse.lambda.testing.TimedContext;
import dev.gatehouse.triggers.reconcile.sqs.DeadLetters;
import dev.gatehouse.users.DamagedUsers;
import dev.gatehouse.users.FailingUsers;
import dev.gatehouse.users.ForwardingUsers;
import dev.gatehouse.users.InMemoryMailboxes;
import dev.gatehouse.users.InMemoryPassStore;
import dev.gatehouse.users.InMemoryUsers;
import dev.gatehouse.users.MailboxClaims;
import dev.gatehouse.users.StoredUser;
import dev.gatehouse.users.TestUsers;
import dev.gatehouse.users.User;
import dev.gatehouse.users.Users;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReconcileHandlerTest {
  private static final int MINUTES = 120_000;

  private final RecordedLog log = new RecordedLog();
  private final InMemoryUsers users = new InMemoryUsers();
  private final InMemoryMailboxes mailboxes = new InMemoryMailboxes();
  private final FakeUserPool pool = new FakeUserPool();
  private final InMemoryPassStore passes = new InMemoryPassStore();

  private Map<String, Object> run(String event, Users into, TimedContext context) {
    return handler(into).handleRequest(input(event), context);
  }

  private ReconcileHandler handler(Users into) {
    DifferencePolicy policy = DifferencePolicy.from(new FunctionSettings(Map.of()));
    MailboxClaims claims = MailboxClaims.in(mailboxes);
    return new ReconcileHandler(
        TestReconciler.of(pool, into, users, claims, policy, RecordedLog.CLOCK),
        passes,
        DeadLetters.NONE,
        RecordedLog.CLOCK,
        log.of("reconcile"));
  }

  /** Returns the counts of a run that are not zero. */
  private static Map<String, Object> counts(Map<String, Object> response) {
    Map<String, Object> counts = new HashMap<>(response);
    counts.values().removeIf(Long.valueOf(0)::equals);
    return counts;
  }

  private static Map<String, Object> input(String event) {
    JsonObject json = Events.event("reconcile/" + event);
    return json.has("begin") ? Map.of("begin", json.get("begin").getAsBoolean()) : Map.of();
  }

  @Test
  void missingRowsAreWrittenAndExistingOnesAreKept() {
    pool.pageOf("jane", "john");
    pool.pageOf("ann");
    User john = TestUsers.builder("john").version(2).build();
    users.putIfAbsent(john);
    assertThat(counts(run("scheduled", users, TimedContext.with(MINUTES))))
        .isEqualTo(
            Map.of("done", true, "seen", 3L, "written", 2L, "different", 1L, "rowsChecked", true));
    assertThat(users.find("jane")).contains(FakeUserPool.row("jane"));
    assertThat(users.find("ann")).contains(FakeUserPool.row("ann"));
    assertThat(users.find("john")).contains(john);
  }

  static Stream<StoredUser> damagedRows() {
    return DamagedUsers.of(FakeUserPool.row("jane"));
  }

  @ParameterizedTest
  @MethodSource("damagedRows")
  void damagedRowIsRepairedAndCounted(StoredUser damaged) {
    pool.pageOf("jane", "john");
    users.put(damaged);
    assertThat(run("scheduled", users, TimedContext.with(MINUTES)))
        .containsEntry("written", 1L)
        .containsEntry("repaired", 1L);
    assertThat(users.find("jane"))
        .hasValueSatisfying(
            row -> {
              assertThat(row.createdAt()).isEqualTo(FakeUserPool.row("jane").createdAt());
              assertThat(row.profile()).isEqualTo(FakeUserPool.row("jane").profile());
              assertThat(row.version()).isEqualTo(damaged.nextVersion());
            });
    assertThat(log.line().get("UserRepaired").getAsLong()).isOne();
  }

  @Test
  void mailboxOfAnExistingRowIsClaimed() {
    pool.add(FakeUserPool.user("jane", "CONFIRMED", "jane@example.com"));
    users.putIfAbsent(FakeUserPool.row("jane"));
    pool.add(FakeUserPool.user("twin", "CONFIRMED", "jane+twin@example.com"));
    run("scheduled", users, TimedContext.with(MINUTES));
    assertThat(users.find("twin")).isPresent();
    assertThat(log.line().get("MailboxClaimsLost").getAsInt()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNCONFIRMED", "FORCE_CHANGE_PASSWORD", "ARCHIVED", "UNKNOWN", "NEW"})
  void userWhoIsNotConfirmedGetsNoRow(String status) {
    pool.add(FakeUserPool.user("jane", status, "jane@example.com"));
    assertThat(run("scheduled", users, TimedContext.with(MINUTES))).containsEntry("written", 0L);
    assertThat(users.find("jane")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONFIRMED", "RESET_REQUIRED", "EXTERNAL_PROVIDER"})
  void userWhoWasEverConfirmedGetsARow(String status) {
    pool.add(FakeUserPool.user("jane", status, "jane@example.com"));
    run("scheduled", users, TimedContext.with(MINUTES));
    assertThat(users.find("jane")).isPresent();
  }

  @Test
  void userWithoutAddressIsSeenAndSkipped() {
    pool.add(FakeUserPool.user("jane", "CONFIRMED", ""));
    assertThat(run("scheduled", users, TimedContext.with(MINUTES)))
        .containsEntry("done", true)
        .containsEntry("seen", 1L)
        .containsEntry("failed", 0L);
  }

  @Test
  void runStopsInTimeAndTheNextContinuesAtItsPage() {
    pool.pageOf("jane", "john");
    pool.pageOf("ann", "bob");
    // The remaining time is read once per page and once per user.
    Map<String, Object> first =
        run("scheduled", users, TimedContext.with(MINUTES, MINUTES, MINUTES, MINUTES, MINUTES, 0));
    assertThat(first)
        .containsEntry("done", false)
        .containsEntry("stopped", "OUT_OF_TIME")
        .containsEntry("seen", 3L);
    Map<String, Object> second = handler(users).handleRequest(first, TimedContext.with(MINUTES));
    assertThat(counts(second))
        .isEqualTo(Map.of("done", true, "seen", 2L, "written", 1L, "rowsChecked", true));
    assertThat(users.find("bob")).isPresent();
  }

  @Test
  void scheduleThatOnlyContinuesBeginsNoPass() {
    pool.pageOf("jane");
    assertThat(run("continued", users, TimedContext.with(MINUTES)))
        .as("but the first one of all")
        .containsEntry("seen", 1L);
    log.clear();
    assertThat(run("continued", users, TimedContext.with(MINUTES)))
        .containsEntry("done", true)
        .containsEntry("seen", 0L);
    assertThat(pool.requestedTokens()).hasSize(1);
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("nothing-to-continue");
    assertThat(log.line().has("ReconcilePassAge")).isTrue();
    assertThat(log.line().has("UsersSeen")).isFalse();
  }

  @Test
  void secondRunLeavesThePassToTheFirst() {
    pool.pageOf("jane");
    passes.acquire("another", RecordedLog.NOW, RecordedLog.NOW.plusSeconds(1));
    assertThat(run("scheduled", users, TimedContext.with(MINUTES)))
        .containsEntry("done", false)
        .containsEntry("seen", 0L)
        .containsEntry("stopped", "LEASE_HELD");
    assertThat(pool.requestedTokens()).isEmpty();
    assertThat(log.line().get("code").getAsString()).isEqualTo("LEASE_HELD");
  }

  @Test
  void runWhoseLeaseWasTakenStoresNothing() {
    pool.pageOf("jane");
    Users taken =
        new ForwardingUsers(users) {
          @Override
          public Optional<StoredUser> read(String sub) {
            passes.acquire("another", RecordedLog.NOW.plusSeconds(61), RecordedLog.NOW);
            return super.read(sub);
          }
        };
    assertThat(run("scheduled", taken, TimedContext.with(MINUTES)))
        .containsEntry("stopped", "LEASE_LOST");
    assertThat(passes.state()).doesNotContainKey("cursor").containsEntry("phase", "USERS");
  }

  @Test
  void rowThatCannotBeWrittenIsCountedAndTheOthersAreWritten() {
    pool.pageOf("jane", "john", "ann");
    assertThat(
            counts(
                run("scheduled", FailingUsers.forSub("john", users), TimedContext.with(MINUTES))))
        .isEqualTo(
            Map.of("done", true, "seen", 3L, "written", 2L, "failed", 1L, "rowsChecked", true));
    assertThat(log.line().get("level").getAsString()).isEqualTo("ERROR");
    assertThat(log.line().get("code").getAsString()).isEqualTo("COPY_FAILED");
  }

  @Test
  void severalFailedWritesEndTheRunAtTheirPage() {
    pool.pageOf("a");
    pool.pageOf("b", "b", "b", "b", "b", "b", "b");
    assertThat(run("scheduled", FailingUsers.forSub("b", users), TimedContext.with(MINUTES)))
        .containsEntry("done", false)
        .containsEntry("stopped", "TABLE_FAILED")
        .containsEntry("failed", 5L);
    assertThat(passes.state()).containsEntry("cursor", "1");
  }

  @Test
  void rowsThatAlwaysFailDoNotKeepThePassFromTheOthers() {
    pool.pageOf("b", "a", "b", "a", "b", "a", "b", "a", "b", "a", "b", "last");
    assertThat(run("scheduled", FailingUsers.forSub("b", users), TimedContext.with(MINUTES)))
        .containsEntry("done", true)
        .containsEntry("failed", 6L);
    assertThat(users.find("last")).isPresent();
  }

  @Test
  void failureOfALaterPageStoresItsToken() {
    pool.pageOf("jane");
    pool.failingPage();
    assertThat(run("scheduled", users, TimedContext.with(MINUTES)))
        .containsEntry("done", false)
        .containsEntry("stopped", "POOL_FAILED")
        .containsEntry("written", 1L);
    assertThat(passes.state()).containsEntry("cursor", "1");
  }

  @Test
  void failureOfTheFirstPageFailsTheFunctionWithoutItsMessage() {
    pool.failingPage();
    assertThatThrownBy(() -> run("scheduled", users, TimedContext.with(MINUTES)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining(FakeUserPool.SECRET)
        .hasNoCause();
    assertThat(log.line().get("code").getAsString()).isEqualTo("POOL_FAILED");
    assertThat(log.line().toString()).doesNotContain(FakeUserPool.SECRET);
  }

  @Test
  void logLineContainsCountsAndNoUser() {
    pool.pageOf("jane", "john");
    run("scheduled", FailingUsers.forSub("john", users), TimedContext.with(MINUTES));
    assertThat(log.line().get("UsersSeen").getAsLong()).isEqualTo(2);
    assertThat(log.line().get("UsersCopied").getAsLong()).isOne();
    assertThat(log.line().get("UsersNotCopied").getAsLong()).isOne();
    assertThat(log.line().get("_aws").toString())
        .contains(
            JsonParser.parseString(
                    """
                    [{"Name":"UsersSeen","Unit":"Count"},
                     {"Name":"ReconcilePassAge","Unit":"Count"},
                     {"Name":"UsersCopied","Unit":"Count"},
                     {"Name":"UsersNotCopied","Unit":"Count"},
                     {"Name":"ReconcilePassesFinished","Unit":"Count"}]
                    """)
                .toString());
    assertThat(log.lines().getFirst()).doesNotContain("example.com", "jane", "john");
  }

  /** Each costs 30 cents a month: the costs in pulumi/README.md count them. */
  @Test
  void passThatWritesNoRowCountsThreeMetrics() throws IOException {
    pool.pageOf();
    run("scheduled", users, TimedContext.with(MINUTES));

    assertThat(log.line().keySet())
        .contains("UsersSeen", "ReconcilePassAge", "ReconcilePassesFinished")
        .doesNotContain("UsersCopied", "UsersNotCopied", "UserRepaired", "UserRowsDifferent");
    assertThat(Files.readString(Path.of("../../pulumi/README.md")))
        .contains("| custom metrics that reconcile counts without a user | 3 |");
  }
}
