package dev.gatehouse.local.sqs.operations;

import static dev.gatehouse.local.sqs.QueuePlan.URL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.sqs.TestSqs;
import org.junit.jupiter.api.Test;

class GetQueueUrlTest {

  private final TestSqs sqs = new TestSqs();

  @Test
  void queueIsFoundByName() {
    assertThat(sqs.execute("GetQueueUrl", "{\"QueueName\": \"waiting\"}").toString())
        .isEqualTo("{\"QueueUrl\":\"%s\"}".formatted(URL + "waiting"));
  }
}
