package dev.gatehouse.local.sqs.operations;

import static dev.gatehouse.local.sqs.QueuePlan.URL;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.sqs.TestSqs;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeleteQueueTest {

  private final TestSqs sqs = new TestSqs();

  @Test
  void deletedQueueIsUnknown() {
    delete("waiting");

    assertThat(sqs.call("GetQueueUrl", "{\"QueueName\": \"waiting\"}").text())
        .contains("QueueDoesNotExist");
    assertThat(sqs.execute("ListQueues", "{}").getAsJsonArray("QueueUrls")).hasSize(1);
  }

  @Test
  void messageStaysIfItsDeadLetterQueueIsDeleted() {
    delete("dead");
    JsonObject unused = sqs.send("one");
    for (int i = 0; i < 2; i++) {
      assertThat(sqs.receive("waiting")).hasSize(1);
      sqs.clock.pass(Duration.ofSeconds(60));
    }
    assertThat(sqs.receive("waiting")).hasSize(1);
  }

  private void delete(String queue) {
    JsonObject unused = sqs.execute("DeleteQueue", "{\"QueueUrl\": \"%s\"}".formatted(URL + queue));
  }
}
