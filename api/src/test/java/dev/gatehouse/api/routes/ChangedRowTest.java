package dev.gatehouse.api.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.TestApi;
import dev.gatehouse.api.testing.ApiRequest;
import dev.gatehouse.api.testing.ApiResponse;
import dev.gatehouse.users.DamagedUsers;
import dev.gatehouse.users.ForwardingUsers;
import dev.gatehouse.users.InMemoryUsers;
import dev.gatehouse.users.ProfileAttribute;
import dev.gatehouse.users.StoredUser;
import dev.gatehouse.users.TestUsers;
import dev.gatehouse.users.User;
import dev.gatehouse.users.Users;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes of a row that is missing, or that is changed concurrently. */
class ChangedRowTest {
  private static final ApiRequest CHANGE = ChangeProfileTest.change("{\"givenName\":\"Jo\"}");
  private static final Map<ProfileAttribute, String> OTHER =
      Map.of(ProfileAttribute.LOCALE, "fr", ProfileAttribute.GIVEN_NAME, "Other");
  private static final User JANE = ChangeProfileTest.JANE;

  @Test
  void missingRowIsWrittenWithTheChange() throws IOException {
    InMemoryUsers users = new InMemoryUsers();
    try (TestApi api = new TestApi(users)) {
      api.cognito.answers(ChangeProfileTest.getUserResponse("Jo", "Doe"));
      assertThat(api.send(CHANGE).status()).isEqualTo(200);
      assertThat(users.find(JANE.sub()))
          .hasValueSatisfying(
              row -> {
                assertThat(row.profile(ProfileAttribute.GIVEN_NAME)).isEqualTo("Jo");
                assertThat(row.version()).isOne();
                assertThat(row.createdAt()).isEqualTo(TestApi.NOW);
              });
      assertThat(api.log.toString()).contains("\"UserRepaired\":1");
    }
  }

  @Test
  void changeIsRepeatedAfterAConcurrentOne() throws IOException {
    ConcurrentlyUpdatedUsers users = new ConcurrentlyUpdatedUsers(1);
    try (TestApi api = new TestApi(users)) {
      api.cognito.answers(ChangeProfileTest.getUserResponse("Jo", "Doe"));
      assertThat(api.send(CHANGE).status()).isEqualTo(200);
      // One version by the other writer, one by this request.
      assertThat(users.find(JANE.sub()))
          .contains(
              JANE.withProfile(OTHER, ChangeProfileTest.BEFORE)
                  .withProfile(ChangeProfileTest.named("Jo", "Doe"), TestApi.NOW));
      assertThat(api.log.toString()).doesNotContain("UserRepaired");
    }
  }

  @Test
  void changeThatIsAlwaysOvertakenIsUnavailable() throws IOException {
    try (TestApi api = new TestApi(new ConcurrentlyUpdatedUsers(99))) {
      api.cognito.answers(ChangeProfileTest.getUserResponse("Jo", "Doe"));
      ApiResponse answer = api.send(CHANGE);
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.code()).isEqualTo("SERVICE_UNAVAILABLE");
      assertThat(api.line().get("cause").getAsString()).isEqualTo("VersionConflict");
    }
  }

  static Stream<StoredUser> damagedRows() {
    return DamagedUsers.of(JANE);
  }

  @ParameterizedTest
  @MethodSource("damagedRows")
  void damagedRowIsRepairedByAChange(StoredUser damaged) throws IOException {
    InMemoryUsers users = new InMemoryUsers();
    users.put(damaged);
    try (TestApi api = new TestApi(users)) {
      api.cognito.answers(ChangeProfileTest.getUserResponse("Jo", "Doe"));
      assertThat(api.send(CHANGE).status()).isEqualTo(200);
      assertThat(users.find(JANE.sub())).contains(repaired(damaged));
      assertThat(api.log.toString()).contains("\"UserRepaired\":1");
    }
  }

  @ParameterizedTest
  @MethodSource("damagedRows")
  void damagedRowIsRepairedWhenItIsRead(StoredUser damaged) throws IOException {
    InMemoryUsers users = new InMemoryUsers();
    users.put(damaged);
    try (TestApi api = new TestApi(users)) {
      api.cognito.answers(ChangeProfileTest.getUserResponse("Jo", "Doe"));
      ApiResponse answer = api.send(ReadProfileTest.asJane());
      assertThat(answer.status()).isEqualTo(200);
      assertThat(users.find(JANE.sub())).contains(repaired(damaged));
      assertThat(answer.json().getAsJsonObject("profile").get("givenName").getAsString())
          .isEqualTo("Jo");
      assertThat(api.log.toString()).contains("\"UserRepaired\":1");
    }
  }

  @Test
  void damagedRowThatIsRepairedMeanwhileIsReturnedAsItIs() throws IOException {
    InMemoryUsers rows = new InMemoryUsers();
    StoredUser damaged = DamagedUsers.of(JANE).findFirst().orElseThrow();
    rows.put(damaged);
    Users overtaken =
        new ForwardingUsers(rows) {
          @Override
          public boolean replace(StoredUser row, User next) {
            super.rows.delete(JANE.sub());
            super.rows.putIfAbsent(JANE);
            return false;
          }
        };
    try (TestApi api = new TestApi(overtaken)) {
      api.cognito.answers(ChangeProfileTest.getUserResponse("Jo", "Doe"));
      assertThat(api.send(ReadProfileTest.asJane()).text()).contains("\"givenName\":\"Jane\"");
      assertThat(api.log.toString()).doesNotContain("UserRepaired");
    }
  }

  /** Returns the row from Cognito, with the times and the version that the damaged one has. */
  private static User repaired(StoredUser damaged) {
    return TestUsers.builder(JANE.sub())
        .profile(null, "Jo", "Doe")
        .times(
            Objects.requireNonNullElse(damaged.createdAt(), TestApi.NOW),
            Objects.requireNonNullElse(damaged.confirmedAt(), TestApi.NOW),
            TestApi.NOW)
        .pool(JANE.userPoolId())
        .version(damaged.version().number() == null ? 1 : JANE.version() + 1)
        .build();
  }

  /** A table in which another writer updates the row before each of the first updates. */
  private static final class ConcurrentlyUpdatedUsers extends ForwardingUsers {
    private int races;

    ConcurrentlyUpdatedUsers(int races) {
      super(new InMemoryUsers());
      this.races = races;
      rows.putIfAbsent(JANE);
    }

    @Override
    public boolean replace(StoredUser row, User next) {
      if (races-- > 0) {
        User other = find(next.sub()).orElseThrow().withProfile(OTHER, ChangeProfileTest.BEFORE);
        rows.replace(row, other);
      }
      return rows.replace(row, next);
    }
  }
}
