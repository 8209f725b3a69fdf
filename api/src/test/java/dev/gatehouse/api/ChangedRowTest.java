package dev.gatehouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.users.InMemoryUsers;
import dev.gatehouse.users.User;
import dev.gatehouse.users.Users;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Shows what becomes of the row when it is missing, or when others write it meanwhile. */
class ChangedRowTest {
  private static final Event CHANGE = ChangeProfileTest.change("{\"givenName\":\"Jo\"}");
  private static final User JANE = ChangeProfileTest.JANE;

  @Test
  void missingRowIsWrittenWithTheChange() throws IOException {
    InMemoryUsers users = new InMemoryUsers();
    try (ApiUnderTest api = new ApiUnderTest(users)) {
      api.cognito.answers(ChangeProfileTest.held("Jo", "Doe"));
      assertThat(api.send(CHANGE).status()).isEqualTo(200);
      assertThat(users.find(JANE.sub()))
          .hasValueSatisfying(row -> {
            assertThat(row.givenName()).isEqualTo("Jo");
            assertThat(row.version()).isOne();
            assertThat(row.createdAt()).isEqualTo(ApiUnderTest.NOW);
          });
      assertThat(api.log.toString()).contains("\"UserRepaired\":1");
    }
  }

  @Test
  void changeThatLosesARaceIsMadeOnceMoreOnTheNewRow() throws IOException {
    Contended users = new Contended(1);
    try (ApiUnderTest api = new ApiUnderTest(users)) {
      api.cognito.answers(ChangeProfileTest.held("Jo", "Doe"));
      assertThat(api.send(CHANGE).status()).isEqualTo(200);
      // One version by somebody else, one by us.
      assertThat(users.find(JANE.sub()))
          .contains(
              JANE.changed("fr", "Other", null, ChangeProfileTest.BEFORE)
                  .changed(null, "Jo", "Doe", ApiUnderTest.NOW));
      assertThat(api.log.toString()).doesNotContain("UserRepaired");
    }
  }

  @Test
  void changeThatAlwaysLosesSaysTryAgain() throws IOException {
    try (ApiUnderTest api = new ApiUnderTest(new Contended(99))) {
      api.cognito.answers(ChangeProfileTest.held("Jo", "Doe"));
      Answer answer = api.send(CHANGE);
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.code()).isEqualTo("SERVICE_UNAVAILABLE");
      assertThat(api.line().get("cause").getAsString()).isEqualTo("VersionConflict");
    }
  }

  /** Lets somebody else write just before a write, so many times. */
  private static final class Contended implements Users {
    private final Users rows = new InMemoryUsers();
    private int races;

    Contended(int races) {
      this.races = races;
      rows.putIfAbsent(JANE);
    }

    @Override
    public boolean putIfAbsent(User user) {
      return rows.putIfAbsent(user);
    }

    @Override
    public boolean update(User user) {
      if (races-- > 0) {
        User row = rows.find(user.sub()).orElseThrow();
        rows.update(row.changed("fr", "Other", null, ChangeProfileTest.BEFORE));
      }
      return rows.update(user);
    }

    @Override
    public Optional<User> find(String sub) {
      return rows.find(sub);
    }
  }
}
