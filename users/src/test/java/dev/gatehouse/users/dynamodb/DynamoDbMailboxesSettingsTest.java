package dev.gatehouse.users.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DynamoDbMailboxesSettingsTest {
  private static final Duration TIME_LIMIT = Duration.ofMillis(300);

  @Test
  void missingTableNameIsReported() {
    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(
            () ->
                DynamoDbMailboxes.from(
                    new FunctionSettings(Map.of("AWS_REGION", "us-east-1")), TIME_LIMIT))
        .withMessage(
            "MAILBOXES_TABLE is not set: give it the name of the DynamoDB table of claimed"
                + " mailboxes");
  }

  @Test
  void tableNameAndRegionAreEnough() {
    assertThat(
            DynamoDbMailboxes.from(
                new FunctionSettings(
                    Map.of("AWS_REGION", "us-east-1", "MAILBOXES_TABLE", "mailboxes")),
                TIME_LIMIT))
        .isNotNull();
  }
}
