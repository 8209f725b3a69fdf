package dev.gatehouse.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DynamoDbMailboxesSettingsTest {
  private static final Duration CALL = Duration.ofMillis(300);

  @Test
  void missingTableIsSaidByName() {
    assertThatIllegalStateException()
        .isThrownBy(() -> DynamoDbMailboxes.from(Map.of("AWS_REGION", "us-east-1"), CALL))
        .withMessage(
            "MAILBOXES_TABLE is not set: give it the name of the DynamoDB table of claimed"
                + " mailboxes");
  }

  @Test
  void bothSettingsAreEnoughToStart() {
    assertThat(
            DynamoDbMailboxes.from(
                Map.of("AWS_REGION", "us-east-1", "MAILBOXES_TABLE", "mailboxes"), CALL))
        .isNotNull();
  }
}
