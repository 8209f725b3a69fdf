package dev.gatehouse.triggers.erase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.lambda.testing.AnyContext;
import dev.gatehouse.lambda.testing.RecordedLog;
import dev.gatehouse.triggers.reconcile.PoolUser;
import dev.gatehouse.users.CognitoUser;
import dev.gatehouse.users.InMemoryMailboxes;
import dev.gatehouse.users.InMemoryUsers;
import dev.gatehouse.users.MailboxClaims;
import dev.gatehouse.users.TestUsers;
import dev.gatehouse.users.UserErasure;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EraseHandlerTest {
  private static final String SUB = "34c84488-e0e1-70ae-d2ee-991ad1a898c8";

  private final RecordedLog log = new RecordedLog();
  private final InMemoryUsers users = new InMemoryUsers();
  private final InMemoryMailboxes mailboxes = new InMemoryMailboxes();
  private final MailboxClaims claims = MailboxClaims.in(mailboxes);
  private final FakeErasablePool pool = new FakeErasablePool();
  private final EraseHandler handler =
      new EraseHandler(
          new AdminErasure(pool, new UserErasure(users, claims), mailboxes, RecordedLog.CLOCK),
          log.of("erase"));

  private Map<String, Object> erase(Object sub) {
    return handler.handleRequest(Map.of("sub", sub), new AnyContext("request-1"));
  }

  @Test
  void everythingOfTheUserIsRemovedAndReported() {
    pool.add(SUB, SUB, "jane@example.com");
    users.putIfAbsent(TestUsers.builder(SUB).build());
    claims.claim("jane@example.com", SUB, RecordedLog.NOW);
    claims.claim("former@example.com", SUB, RecordedLog.NOW);
    claims.claim("joe@example.com", "joe", RecordedLog.NOW);
    assertThat(erase(SUB)).isEqualTo(Map.of("sub", SUB, "row", true, "claims", 2, "user", true));
    assertThat(users.read(SUB)).isEmpty();
    assertThat(users.isErased(SUB)).isTrue();
    assertThat(mailboxes.owners()).containsExactly("joe");
    assertThat(pool.names).isEmpty();
    assertThat(log.line().get("UserErased").getAsInt()).isOne();
    assertThat(log.line().get("sub").getAsString()).isEqualTo(SUB);
    assertThat(log.lines().getFirst()).doesNotContain("example.com");
  }

  @Test
  void repetitionFindsNothing() {
    pool.add(SUB, SUB, "jane@example.com");
    erase(SUB);
    assertThat(erase(SUB)).isEqualTo(Map.of("sub", SUB, "row", false, "claims", 0, "user", false));
    assertThat(log.lines().getLast()).contains("nothing-to-erase").doesNotContain("UserErased");
  }

  @Test
  void userOfAnExternalProviderIsDeletedByTheirName() {
    pool.add("Google_1", SUB, "jane@example.com");
    assertThat(erase(SUB)).containsEntry("user", true);
    assertThat(pool.names).isEmpty();
  }

  @Test
  void retryRemovesWhatAFailureLeft() {
    pool.add(SUB, SUB, "jane@example.com");
    users.putIfAbsent(TestUsers.builder(SUB).build());
    claims.claim("jane@example.com", SUB, RecordedLog.NOW);
    mailboxes.failing();
    assertThatThrownBy(() -> erase(SUB))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("invoke it again")
        .hasNoCause();
    assertThat(log.line().get("code").getAsString()).isEqualTo("ERASURE_FAILED");
    mailboxes.working();
    assertThat(erase(SUB)).containsEntry("claims", 1).containsEntry("user", true);
    assertThat(users.read(SUB)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "jane@example.com", "34C84488-E0E1-70AE-D2EE-991AD1A898C8", "a\" or"})
  void onlyAUuidIsAccepted(String sub) {
    assertThatThrownBy(() -> erase(sub))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Send the user's sub, a UUID in lower case: {\"sub\": \"...\"}");
    assertThatThrownBy(() -> erase(7)).isInstanceOf(IllegalArgumentException.class);
    assertThat(log.lines().getFirst()).contains("SUB_MALFORMED").doesNotContain("example.com");
  }

  /** A fake of the pool, with the users by name. */
  private static final class FakeErasablePool implements ErasablePool {
    private final Map<String, PoolUser> names = new HashMap<>();

    void add(String userName, String sub, String email) {
      CognitoUser user =
          new CognitoUser(Map.of("sub", sub, "email", email), userName, TestUsers.POOL);
      names.put(userName, new PoolUser("CONFIRMED", TestUsers.CREATED, user));
    }

    @Override
    public Optional<PoolUser> findBySub(String sub) {
      return names.values().stream().filter(found -> found.user().sub().equals(sub)).findAny();
    }

    @Override
    public boolean delete(String userName) {
      return names.remove(userName) != null;
    }
  }
}
