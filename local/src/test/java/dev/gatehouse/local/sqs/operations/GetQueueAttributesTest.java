package dev.gatehouse.local.sqs.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.sqs.QueuePlan;
import dev.gatehouse.local.sqs.TestSqs;
import org.junit.jupiter.api.Test;

class GetQueueAttributesTest {

  private final TestSqs sqs = new TestSqs();

  @Test
  void attributesOfThePlanAreReturned() {
    assertThat(sqs.attribute("waiting", "VisibilityTimeout")).isEqualTo("60");
    assertThat(sqs.attribute("waiting", "RedrivePolicy"))
        .isEqualTo(
            "{\"deadLetterTargetArn\":\"%sdead\",\"maxReceiveCount\":2}".formatted(QueuePlan.ARN));
  }
}
