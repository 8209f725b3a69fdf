package dev.gatehouse.users.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.users.TestUsers;
import dev.gatehouse.users.User;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UserJsonTest {
  private static final String JANE =
      "{\"sub\":\"u-1\",\"email\":\"jane@example.com\",\"emailVerified\":true,\"locale\":\"de-AT\",\"givenName\":\"Jane\",\"familyName\":\"D\\\"oe"
          + " ü\","
          + "\"createdAt\":\"2026-01-02T03:04:05.678Z\",\"confirmedAt\":\"2026-01-02T03:04:05.678Z\","
          + "\"updatedAt\":\"2026-01-02T03:04:05.678Z\",\"userName\":\"u-1\","
          + "\"userPoolId\":\"us-east-1_EXAMPLE\",\"version\":1}";

  private final UserJson json = new UserJson();

  private static User jane() {
    return TestUsers.builder("u-1")
        .profile("de-AT", "Jane", "D\"oe ü")
        .times(Instant.parse("2026-01-02T03:04:05.678Z"))
        .build();
  }

  /** Messages of an earlier deployment wait in the queue: their form must not change. */
  @Test
  void messageHasThePublishedForm() {
    assertThat(json.write(jane())).isEqualTo(JANE);
    assertThat(json.read(JANE)).isEqualTo(jane());
  }

  @Test
  void everyProfileAttributeIsWrittenAndRead() {
    User jane = TestUsers.jane();
    assertThat(json.read(json.write(jane))).isEqualTo(jane);
  }

  @Test
  void absentAttributesAreLeftOut() {
    User minimal = TestUsers.minimal("u-1");
    assertThat(json.write(minimal)).doesNotContain("locale", "Name\":null", "givenName");
    assertThat(json.read(json.write(minimal))).isEqualTo(minimal);
  }

  @Test
  void unknownAndNullMembersAreIgnored() {
    String more = "{\"badge\":{\"a\":[1]},\"locale\":null,";
    assertThat(json.read(JANE.replace("\"locale\":\"de-AT\",", "").replace("{", more)))
        .isEqualTo(
            TestUsers.builder("u-1")
                .profile(null, "Jane", "D\"oe ü")
                .times(Instant.parse("2026-01-02T03:04:05.678Z"))
                .build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"sub\":1}",
        "{\"sub\":\"u-1\",\"version\":\"one\"}",
        "{\"sub\":\"u-1\",\"email\":\"jane@example.com\""
      })
  void malformedTextIsNoUser(String text) {
    assertThat(json.read(text)).isNull();
  }

  @Test
  void timeOfTheDeferralIsReadAndNoMemberOfTheUser() {
    User jane = TestUsers.jane();
    String text = new UserJson().write(jane, TestUsers.CREATED);
    assertThat(new UserJson().read(text)).isEqualTo(jane);
    assertThat(new UserJson().readDeferredAt(text)).isEqualTo(TestUsers.CREATED);
    assertThat(new UserJson().readDeferredAt(new UserJson().write(jane))).isNull();
    assertThat(new UserJson().readDeferredAt("{\"deferredAt\": \"yesterday\"}")).isNull();
  }
}
