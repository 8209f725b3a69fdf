package dev.gatehouse.local.sqs.operations;

import static dev.gatehouse.local.sqs.QueuePlan.URL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.sqs.TestSqs;
import org.junit.jupiter.api.Test;

class ListQueuesTest {

  private final TestSqs sqs = new TestSqs();

  @Test
  void prefixSelectsQueues() {
    assertThat(sqs.execute("ListQueues", "{}").getAsJsonArray("QueueUrls")).hasSize(2);
    assertThat(sqs.execute("ListQueues", "{\"QueueNamePrefix\": \"wait\"}").toString())
        .isEqualTo("{\"QueueUrls\":[\"%s\"]}".formatted(URL + "waiting"));
  }
}
