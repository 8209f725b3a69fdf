package dev.gatehouse.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Says what every {@link Users} does, whatever it is made of. */
abstract class UsersContract {
  static final Instant CONFIRMED = Instant.parse("2026-01-02T03:04:05.678901Z");

  abstract Users users();

  static User jane() {
    return new User(
        UUID.randomUUID().toString(),
        "jane@example.com",
        true,
        "de-AT",
        "Jané",
        "Müller-Łódź 名字",
        CONFIRMED,
        CONFIRMED.plusSeconds(1),
        CONFIRMED.plusSeconds(2),
        "34c84488-e0e1-70ae-d2ee-991ad1a898c8",
        "us-east-1_EXAMPLE",
        1);
  }

  /** The least that a user can be. */
  static User anonymous(String sub) {
    return new User(
        sub,
        "x@example.com",
        false,
        null,
        null,
        null,
        CONFIRMED,
        CONFIRMED,
        CONFIRMED,
        sub,
        "us-east-1_EXAMPLE",
        1);
  }

  @Test
  void nobodyIsFoundBeforeARowIsWritten() {
    assertThat(users().find(UUID.randomUUID().toString())).isEmpty();
  }

  @Test
  void writtenRowIsFoundAsItWasWritten() {
    User jane = jane();
    assertThat(users().putIfAbsent(jane)).isTrue();
    assertThat(users().find(jane.sub())).contains(jane);
  }

  @Test
  void absentNamesAndLocaleComeBackAbsent() {
    User nameless = anonymous(UUID.randomUUID().toString());
    users().putIfAbsent(nameless);
    assertThat(users().find(nameless.sub())).contains(nameless);
  }

  @Test
  void retriedConfirmationKeepsTheFirstRow() {
    User jane = jane();
    users().putIfAbsent(jane);
    assertThat(users().putIfAbsent(jane)).isFalse();
    assertThat(users().putIfAbsent(anonymous(jane.sub()))).isFalse();
    assertThat(users().find(jane.sub())).contains(jane);
  }

  @Test
  void newerRowIsNotOverwrittenByALaterEventOfAnOlderOne() {
    User first = anonymous(UUID.randomUUID().toString());
    User changed =
        new User(
            first.sub(),
            "new@example.com",
            true,
            null,
            "New",
            null,
            first.createdAt(),
            first.confirmedAt(),
            first.updatedAt().plusSeconds(60),
            first.userName(),
            first.userPoolId(),
            7);
    users().putIfAbsent(changed);
    assertThat(users().putIfAbsent(first)).isFalse();
    assertThat(users().find(first.sub())).contains(changed);
  }

  @Test
  void nextVersionReplacesTheLast() {
    User jane = jane();
    users().putIfAbsent(jane);
    User changed = jane.changed(null, "Janet", null, CONFIRMED.plusSeconds(60));
    assertThat(users().update(changed)).isTrue();
    assertThat(users().find(jane.sub())).contains(changed);
    assertThat(changed.version()).isEqualTo(2);
  }

  @Test
  void ofTwoChangesOfOneVersionTheFirstStays() {
    User jane = jane();
    users().putIfAbsent(jane);
    User first = jane.changed("fr", "First", "Doe", CONFIRMED.plusSeconds(60));
    assertThat(users().update(first)).isTrue();
    assertThat(users().update(jane.changed("it", "Second", "Doe", CONFIRMED))).isFalse();
    assertThat(users().find(jane.sub())).contains(first);
  }

  @Test
  void rowThatIsNotThereIsNotUpdated() {
    User gone = jane();
    assertThat(users().update(gone.changed("fr", "First", "Doe", CONFIRMED))).isFalse();
    assertThat(users().find(gone.sub())).isEmpty();
  }

  @Test
  void twoSubsAreTwoUsersEvenWithOneAddress() {
    User one = jane();
    User other = jane();
    assertThat(users().putIfAbsent(one)).isTrue();
    assertThat(users().putIfAbsent(other)).isTrue();
    assertThat(users().find(one.sub())).contains(one);
    assertThat(users().find(other.sub())).contains(other);
  }

  @Test
  void oneOfManyWritersAtOnceWins() throws Exception {
    String sub = UUID.randomUUID().toString();
    List<Callable<Boolean>> writers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      writers.add(() -> users().putIfAbsent(anonymous(sub)));
    }
    int written = 0;
    try (var pool = Executors.newFixedThreadPool(8)) {
      for (Future<Boolean> answer : pool.invokeAll(writers)) {
        written += answer.get() ? 1 : 0;
      }
    }
    assertThat(written).isOne();
  }
}
