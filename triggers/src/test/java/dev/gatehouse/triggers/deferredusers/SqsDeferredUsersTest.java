package dev.gatehouse.triggers.deferredusers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.triggers.SettingInvalid;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SqsDeferredUsersTest {
  private static final String URL = "https://sqs.us-east-1.amazonaws.com/000000000000/deferred";

  @Test
  void missingQueueIsSaidByName() {
    assertThatThrownBy(() -> SqsDeferredUsers.from(Map.of("AWS_REGION", "us-east-1")))
        .isInstanceOf(SettingInvalid.class)
        .hasMessageStartingWith("DEFERRED_USERS_QUEUE_URL is not set");
  }

  @Test
  void blankQueueIsMissing() {
    assertThatThrownBy(() ->
            SqsDeferredUsers.from(
                Map.of("AWS_REGION", "us-east-1", "DEFERRED_USERS_QUEUE_URL", " ")))
        .hasMessageStartingWith("DEFERRED_USERS_QUEUE_URL is not set");
  }

  @Test
  void bothSettingsAreEnoughToStart() {
    assertThat(
            SqsDeferredUsers.from(
                Map.of("AWS_REGION", "us-east-1", "DEFERRED_USERS_QUEUE_URL", URL)))
        .isNotNull();
  }
}
