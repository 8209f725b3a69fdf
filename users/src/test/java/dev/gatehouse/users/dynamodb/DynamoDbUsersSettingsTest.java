package dev.gatehouse.users.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DynamoDbUsersSettingsTest {
  @Test
  void missingTableNameIsReported() {
    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(
            () -> DynamoDbUsers.from(new FunctionSettings(Map.of("AWS_REGION", "us-east-1"))))
        .withMessage(
            "USERS_TABLE is not set: give it the name of the DynamoDB table of confirmed users");
  }

  @Test
  void blankTableNameIsReportedAsMissing() {
    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(
            () ->
                DynamoDbUsers.from(
                    new FunctionSettings(Map.of("AWS_REGION", "us-east-1", "USERS_TABLE", " "))))
        .withMessageStartingWith("USERS_TABLE is not set");
  }

  @Test
  void missingRegionIsReported() {
    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(() -> DynamoDbUsers.from(new FunctionSettings(Map.of("USERS_TABLE", "users"))))
        .withMessage("AWS_REGION is not set: give it the region of that table");
  }

  @Test
  void tableNameAndRegionAreEnough() {
    assertThat(
            DynamoDbUsers.from(
                new FunctionSettings(Map.of("AWS_REGION", "us-east-1", "USERS_TABLE", "users"))))
        .isNotNull();
  }
}
