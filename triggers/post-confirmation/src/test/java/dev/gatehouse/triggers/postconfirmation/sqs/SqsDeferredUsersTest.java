package dev.gatehouse.triggers.postconfirmation.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SqsDeferredUsersTest {
  private static final String URL = "https://sqs.us-east-1.amazonaws.com/000000000000/deferred";

  @Test
  void missingQueueIsReported() {
    assertThatThrownBy(
            () -> SqsDeferredUsers.from(new FunctionSettings(Map.of("AWS_REGION", "us-east-1"))))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith("DEFERRED_USERS_QUEUE_URL is not set");
  }

  @Test
  void blankQueueIsReportedAsMissing() {
    assertThatThrownBy(
            () ->
                SqsDeferredUsers.from(
                    new FunctionSettings(
                        Map.of("AWS_REGION", "us-east-1", "DEFERRED_USERS_QUEUE_URL", " "))))
        .hasMessageStartingWith("DEFERRED_USERS_QUEUE_URL is not set");
  }

  @Test
  void queueAndRegionAreEnough() {
    assertThat(
            SqsDeferredUsers.from(
                new FunctionSettings(
                    Map.of("AWS_REGION", "us-east-1", "DEFERRED_USERS_QUEUE_URL", URL))))
        .isNotNull();
  }
}
