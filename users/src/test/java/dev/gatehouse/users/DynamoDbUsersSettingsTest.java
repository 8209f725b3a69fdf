package dev.gatehouse.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class DynamoDbUsersSettingsTest {
  @Test
  void missingTableIsSaidByName() {
    assertThatIllegalStateException()
        .isThrownBy(() -> DynamoDbUsers.from(Map.of("AWS_REGION", "us-east-1")))
        .withMessage(
            "USERS_TABLE is not set: give it the name of the DynamoDB table of confirmed users");
  }

  @Test
  void blankTableIsMissing() {
    assertThatIllegalStateException()
        .isThrownBy(() -> DynamoDbUsers.from(Map.of("AWS_REGION", "us-east-1", "USERS_TABLE", " ")))
        .withMessageStartingWith("USERS_TABLE is not set");
  }

  @Test
  void missingRegionIsSaidByName() {
    assertThatIllegalStateException()
        .isThrownBy(() -> DynamoDbUsers.from(Map.of("USERS_TABLE", "users")))
        .withMessage("AWS_REGION is not set: give it the region of that table");
  }

  @Test
  void bothSettingsAreEnoughToStart() {
    assertThat(DynamoDbUsers.from(Map.of("AWS_REGION", "us-east-1", "USERS_TABLE", "users")))
        .isNotNull();
  }
}
