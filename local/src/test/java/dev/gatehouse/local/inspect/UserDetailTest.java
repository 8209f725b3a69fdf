package dev.gatehouse.local.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.inspect.UserDetail.ComparedValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserDetailTest {
  private static final UserSummary USER =
      new UserSummary("pool", "name", "1", "jane@b.org", "CONFIRMED", true, "", List.of(), true);

  private static List<String> different(Map<String, String> attributes, Map<String, String> row) {
    return UserDetail.of(USER, attributes, row, 0).values().stream()
        .filter(ComparedValue::differs)
        .map(value -> value.attribute() + "/" + value.column())
        .toList();
  }

  @Test
  void copyOfAnotherValueAndACopyThatIsMissingOnEitherSideDiffer() {
    assertThat(
            different(
                Map.of("sub", "1", "email", "a@b.org", "given_name", "Jane", "custom:x", "y"),
                Map.of("sub", "1", "email", "c@b.org", "locale", "en", "userPoolId", "other")))
        .containsExactly("email/email", "given_name/", "/locale", "user_pool_id/userPoolId");
  }

  @Test
  void equalCopiesAndColumnsOfTheTableAloneDoNotDiffer() {
    assertThat(
            different(
                Map.of("sub", "1", "email_verified", "true"),
                Map.of("sub", "1", "emailVerified", "true", "version", "3", "userName", "name")))
        .isEmpty();
  }

  @Test
  void nothingDiffersWithoutARow() {
    assertThat(different(Map.of("sub", "1", "email", "a@b.org"), Map.of())).isEmpty();
  }
}
