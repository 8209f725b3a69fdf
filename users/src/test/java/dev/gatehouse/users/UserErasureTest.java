package dev.gatehouse.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UserErasureTest {
  private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
  private static final User JANE = TestUsers.minimal("jane");

  private final InMemoryUsers users = new InMemoryUsers();
  private final UserErasure erasure = new UserErasure(users, MailboxClaims.in(null));

  /** The row of a user whom a rebuilt pool gave another sub. */
  private static StoredUser moved() {
    StoredUser row = StoredUser.of(JANE);
    return new StoredUser(
        row.sub(),
        "jane-in-the-first-pool",
        row.email(),
        row.emailVerified(),
        row.profile(),
        true,
        row.createdAt(),
        row.confirmedAt(),
        row.updatedAt(),
        row.userName(),
        row.userPoolId(),
        row.version(),
        null);
  }

  @Test
  void userOfARebuiltPoolIsMarkedByBothIds() {
    users.put(moved());
    assertThat(erasure.erase("jane", null, NOW).row()).isTrue();
    assertThat(users.isErased("jane")).isTrue();
    assertThat(users.isErased("jane-in-the-first-pool")).isTrue();
    assertThat(users.read("jane")).isEmpty();
  }

  @Test
  void erasureThatFailsBetweenTheTwoMarksIsCompletedByItsRepetition() {
    users.put(moved());
    Users failing =
        new ForwardingUsers(users) {
          @Override
          public void markErased(String sub, Instant now) {
            if (!sub.equals("jane")) {
              throw new IllegalStateException("the table is down");
            }
            super.markErased(sub, now);
          }
        };
    UserErasure interrupted = new UserErasure(failing, MailboxClaims.in(null));
    assertThatThrownBy(() -> interrupted.erase("jane", null, NOW)).hasMessageContaining("down");
    assertThat(users.read("jane")).as("what names the other id").isPresent();

    assertThat(erasure.erase("jane", null, NOW).row()).isTrue();
    assertThat(users.isErased("jane-in-the-first-pool")).isTrue();
  }

  @Test
  void userOfTheFirstPoolIsMarkedOnce() {
    users.put(StoredUser.of(JANE));
    List<String> marked = new ArrayList<>();
    Users recording =
        new ForwardingUsers(users) {
          @Override
          public void markErased(String sub, Instant now) {
            marked.add(sub);
          }
        };
    assertThat(new UserErasure(recording, MailboxClaims.in(null)).erase("jane", null, NOW).row())
        .isTrue();
    assertThat(marked).containsExactly("jane");
  }
}
