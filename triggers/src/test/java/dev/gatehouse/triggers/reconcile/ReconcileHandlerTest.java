package dev.gatehouse.triggers.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.triggers.Events;
import dev.gatehouse.triggers.RecordedLog;
import dev.gatehouse.triggers.TimedContext;
import dev.gatehouse.triggers.emailrules.MailboxClaims;
import dev.gatehouse.users.InMemoryMailboxes;
import dev.gatehouse.users.InMemoryUsers;
import dev.gatehouse.users.User;
import dev.gatehouse.users.Users;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReconcileHandlerTest {
  private static final int MINUTES = 120_000;

  private final RecordedLog log = new RecordedLog();
  private final InMemoryUsers users = new InMemoryUsers();
  private final InMemoryMailboxes mailboxes = new InMemoryMailboxes();
  private final ListedUsers pool = new ListedUsers();

  private Map<String, Object> run(String event, Users into, TimedContext context) {
    return handler(into).handleRequest(input(event), context);
  }

  private ReconcileHandler handler(Users into) {
    return new ReconcileHandler(
        new Reconciliation(
            pool,
            into,
            MailboxClaims.from(Map.of("EMAIL_SUBADDRESS", "unique"), () -> mailboxes),
            RecordedLog.CLOCK),
        log.of("reconcile"));
  }

  private static Map<String, Object> input(String event) {
    JsonObject json = Events.event("reconcile/" + event);
    return json.has("paginationToken")
        ? Map.of("paginationToken", json.get("paginationToken").getAsString())
        : Map.of();
  }

  @Test
  void missingRowsAreWrittenAndThoseThatAreThereStay() {
    pool.pageOf("jane", "john");
    pool.pageOf("ann");
    User john = ListedUsers.row("john").changed("fr", "Jean", null, RecordedLog.NOW);
    users.putIfAbsent(john);
    assertThat(run("scheduled", users, TimedContext.with(MINUTES)))
        .isEqualTo(Map.of("done", true, "seen", 3L, "written", 2L, "failed", 0L));
    assertThat(users.find("jane")).contains(ListedUsers.row("jane"));
    assertThat(users.find("ann")).contains(ListedUsers.row("ann"));
    assertThat(users.find("john")).contains(john);
  }

  @Test
  void mailboxOfAnAccountOlderThanTheClaimsIsClaimedAsWell() {
    pool.add(ListedUsers.user("jane", "CONFIRMED", "jane@example.com"));
    users.putIfAbsent(ListedUsers.row("jane"));
    pool.add(ListedUsers.user("twin", "CONFIRMED", "jane+twin@example.com"));
    run("scheduled", users, TimedContext.with(MINUTES));
    assertThat(users.find("twin")).isPresent();
    assertThat(log.line().get("MailboxClaimsLost").getAsInt()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNCONFIRMED", "FORCE_CHANGE_PASSWORD", "ARCHIVED", "UNKNOWN", "NEW"})
  void whoIsNotConfirmedGetsNoRow(String status) {
    pool.add(ListedUsers.user("jane", status, "jane@example.com"));
    assertThat(run("scheduled", users, TimedContext.with(MINUTES))).containsEntry("written", 0L);
    assertThat(users.find("jane")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONFIRMED", "RESET_REQUIRED", "EXTERNAL_PROVIDER"})
  void whoWasConfirmedOnceGetsARow(String status) {
    pool.add(ListedUsers.user("jane", status, "jane@example.com"));
    run("scheduled", users, TimedContext.with(MINUTES));
    assertThat(users.find("jane")).isPresent();
  }

  @Test
  void whoHasNoAddressIsSeenAndLeftOut() {
    pool.add(ListedUsers.user("jane", "CONFIRMED", ""));
    assertThat(run("scheduled", users, TimedContext.with(MINUTES)))
        .containsEntry("done", true)
        .containsEntry("seen", 1L)
        .containsEntry("failed", 0L);
  }

  @Test
  void runStopsBeforeItsTimeIsUpAndTheNextGoesOnAtThatPage() {
    pool.pageOf("jane", "john");
    pool.pageOf("ann", "bob");
    // Asked once for each page and once for each user.
    Map<String, Object> first =
        run("scheduled", users, TimedContext.with(MINUTES, MINUTES, MINUTES, MINUTES, MINUTES, 0));
    assertThat(first)
        .containsEntry("done", false)
        .containsEntry("stopped", "OUT_OF_TIME")
        .containsEntry("seen", 3L)
        .containsEntry("paginationToken", "1");
    Map<String, Object> second = handler(users).handleRequest(first, TimedContext.with(MINUTES));
    assertThat(second).isEqualTo(Map.of("done", true, "seen", 2L, "written", 1L, "failed", 0L));
    assertThat(users.find("bob")).isPresent();
  }

  @Test
  void pageIsAskedForByTheTokenOfTheCall() {
    pool.pageOf("jane");
    assertThatThrownBy(() -> run("resumed", users, TimedContext.with(MINUTES)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(pool.asked()).containsExactly("CAISlgIIARKPAggDEooC");
  }

  @Test
  void rowThatCannotBeWrittenIsCountedAndTheOthersAreWritten() {
    pool.pageOf("jane", "john", "ann");
    assertThat(run("scheduled", new UsersWithout("john", users), TimedContext.with(MINUTES)))
        .isEqualTo(Map.of("done", true, "seen", 3L, "written", 2L, "failed", 1L));
    assertThat(log.line().get("level").getAsString()).isEqualTo("ERROR");
    assertThat(log.line().get("code").getAsString()).isEqualTo("COPY_FAILED");
  }

  @Test
  void tableThatIsDownEndsTheRunOnItsPage() {
    pool.pageOf("a");
    pool.pageOf("b", "b", "b", "b", "b", "b", "b");
    assertThat(run("scheduled", new UsersWithout("b", users), TimedContext.with(MINUTES)))
        .containsEntry("done", false)
        .containsEntry("stopped", "TABLE_FAILED")
        .containsEntry("failed", 5L)
        .containsEntry("paginationToken", "1");
  }

  @Test
  void poolThatFailsOnTheWayHandsBackItsPage() {
    pool.pageOf("jane");
    pool.brokenPage();
    assertThat(run("scheduled", users, TimedContext.with(MINUTES)))
        .containsEntry("done", false)
        .containsEntry("stopped", "POOL_FAILED")
        .containsEntry("written", 1L)
        .containsEntry("paginationToken", "1");
  }

  @Test
  void poolThatFailsAtOnceFailsTheFunctionWithoutItsWords() {
    pool.brokenPage();
    assertThatThrownBy(() -> run("scheduled", users, TimedContext.with(MINUTES)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining(ListedUsers.SECRET)
        .hasNoCause();
    assertThat(log.line().get("code").getAsString()).isEqualTo("POOL_FAILED");
    assertThat(log.line().toString()).doesNotContain(ListedUsers.SECRET);
  }

  @Test
  void lineCountsAndNamesNobody() {
    pool.pageOf("jane", "john");
    run("scheduled", new UsersWithout("john", users), TimedContext.with(MINUTES));
    assertThat(log.line().get("UsersSeen").getAsLong()).isEqualTo(2);
    assertThat(log.line().get("UsersCopied").getAsLong()).isOne();
    assertThat(log.line().get("UsersNotCopied").getAsLong()).isOne();
    assertThat(log.line().get("_aws").toString())
        .contains(
            JsonParser.parseString(
                    """
                    [{"Name":"UsersSeen","Unit":"Count"},{"Name":"UsersCopied","Unit":"Count"},
                     {"Name":"UsersNotCopied","Unit":"Count"}]
                    """)
                .toString());
    assertThat(log.lines().getFirst()).doesNotContain("example.com", "jane", "john");
  }

  /** Fails for one row as the SDK does, with a message that names the person. */
  private record UsersWithout(String sub, Users others) implements Users {
    @Override
    public boolean putIfAbsent(User user) {
      if (user.sub().equals(sub)) {
        throw new IllegalStateException("cannot write " + user);
      }
      return others.putIfAbsent(user);
    }

    @Override
    public boolean update(User user) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<User> find(String any) {
      throw new UnsupportedOperationException();
    }
  }
}
