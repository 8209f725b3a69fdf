package dev.gatehouse.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The contract of every implementation of {@link Users}. */
public abstract class UsersContract {
  /** The time of every change. */
  private static final Instant NOW = TestUsers.CREATED.plusSeconds(60);

  /** Returns the table under test. */
  public abstract Users users();

  @Test
  void noRowIsFoundBeforeItIsWritten() {
    assertThat(users().find(UUID.randomUUID().toString())).isEmpty();
  }

  @Test
  void writtenRowIsFoundAsItWasWritten() {
    User jane = TestUsers.jane();
    assertThat(users().putIfAbsent(jane)).isEqualTo(PutResult.WRITTEN);
    assertThat(users().find(jane.sub())).contains(jane);
  }

  @Test
  void userWithoutProfileIsFoundWithoutProfile() {
    User minimal = TestUsers.minimal(UUID.randomUUID().toString());
    users().putIfAbsent(minimal);
    assertThat(users().find(minimal.sub())).contains(minimal);
  }

  @Test
  void retriedConfirmationKeepsTheFirstRow() {
    User jane = TestUsers.jane();
    users().putIfAbsent(jane);
    assertThat(users().putIfAbsent(jane)).isEqualTo(PutResult.EXISTS);
    assertThat(users().putIfAbsent(TestUsers.minimal(jane.sub()))).isEqualTo(PutResult.EXISTS);
    assertThat(users().find(jane.sub())).contains(jane);
  }

  @Test
  void newerRowIsNotOverwrittenByALaterEventWithAnOlderOne() {
    User first = TestUsers.minimal(UUID.randomUUID().toString());
    User changed = TestUsers.builder(first.sub()).version(7).build();
    users().putIfAbsent(changed);
    assertThat(users().putIfAbsent(first)).isEqualTo(PutResult.EXISTS);
    assertThat(users().find(first.sub())).contains(changed);
  }

  @Test
  void firstSubIsTheIdThatStays() {
    User jane = TestUsers.jane();
    users().putIfAbsent(jane);
    assertThat(users().read(jane.sub()).orElseThrow().userId()).isEqualTo(jane.sub());
  }

  @Test
  void nextVersionReplacesThePreviousOne() {
    User jane = TestUsers.jane();
    users().putIfAbsent(jane);
    User changed = jane.withProfile(named("Janet"), NOW);
    assertThat(users().replace(StoredUser.of(jane), changed)).isTrue();
    assertThat(users().find(jane.sub())).contains(changed);
    assertThat(changed.version()).isEqualTo(2);
  }

  @Test
  void firstOfTwoChangesOfAVersionWins() {
    User jane = TestUsers.jane();
    users().putIfAbsent(jane);
    User first = jane.withProfile(named("First"), NOW);
    assertThat(users().replace(StoredUser.of(jane), first)).isTrue();
    assertThat(users().replace(StoredUser.of(jane), jane.withProfile(named("Second"), NOW)))
        .isFalse();
    assertThat(users().find(jane.sub())).contains(first);
  }

  @Test
  void missingRowIsNotUpdated() {
    User missing = TestUsers.jane();
    assertThat(users().replace(StoredUser.of(missing), missing.withProfile(named("First"), NOW)))
        .isFalse();
    assertThat(users().find(missing.sub())).isEmpty();
  }

  @Test
  void erasedUserIsNotWrittenAgain() {
    User jane = TestUsers.jane();
    users().putIfAbsent(jane);
    assertThat(users().isErased(jane.sub())).isFalse();
    users().markErased(jane.sub(), NOW);
    users().markErased(jane.sub(), NOW.plusSeconds(1));
    assertThat(users().isErased(jane.sub())).isTrue();
    assertThat(users().putIfAbsent(jane)).isEqualTo(PutResult.ERASED);
    assertThat(users().delete(jane.sub())).isTrue();
    assertThat(users().delete(jane.sub())).isFalse();
    assertThat(users().putIfAbsent(jane)).isEqualTo(PutResult.ERASED);
    assertThat(users().replace(StoredUser.of(jane), jane)).isFalse();
    assertThat(users().read(jane.sub())).isEmpty();
  }

  @Test
  void sameAddressMaySignUpAgainAfterAnErasure() {
    User erased = TestUsers.jane();
    users().markErased(erased.sub(), NOW);
    User again = TestUsers.jane();
    assertThat(users().putIfAbsent(again)).isEqualTo(PutResult.WRITTEN);
    assertThat(users().isErased(again.sub())).isFalse();
  }

  @Test
  void sameAddressWithAnotherSubIsAnotherUser() {
    User one = TestUsers.jane();
    User other = TestUsers.jane();
    assertThat(users().putIfAbsent(one)).isEqualTo(PutResult.WRITTEN);
    assertThat(users().putIfAbsent(other)).isEqualTo(PutResult.WRITTEN);
    assertThat(users().find(one.sub())).contains(one);
    assertThat(users().find(other.sub())).contains(other);
  }

  @Test
  void oneOfManyConcurrentWritersWins() throws Exception {
    String sub = UUID.randomUUID().toString();
    List<Callable<PutResult>> writers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      writers.add(() -> users().putIfAbsent(TestUsers.minimal(sub)));
    }
    int written = 0;
    try (var pool = Executors.newFixedThreadPool(8)) {
      for (Future<PutResult> result : pool.invokeAll(writers)) {
        written += result.get() == PutResult.WRITTEN ? 1 : 0;
      }
    }
    assertThat(written).isOne();
  }

  private static Map<ProfileAttribute, String> named(String givenName) {
    return Map.of(ProfileAttribute.GIVEN_NAME, givenName);
  }
}
