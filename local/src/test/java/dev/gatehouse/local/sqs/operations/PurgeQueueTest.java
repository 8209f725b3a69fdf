package dev.gatehouse.local.sqs.operations;

import static dev.gatehouse.local.sqs.QueuePlan.URL;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.sqs.TestSqs;
import org.junit.jupiter.api.Test;

class PurgeQueueTest {

  private final TestSqs sqs = new TestSqs();

  @Test
  void purgedQueueIsEmpty() {
    JsonObject unused = sqs.send("one");

    assertThat(sqs.execute("PurgeQueue", "{\"QueueUrl\": \"%s\"}".formatted(URL + "waiting")))
        .isEqualTo(new JsonObject());
    assertThat(sqs.receive("waiting")).isEmpty();
  }

  @Test
  void queueIsFoundByItsUrlOnAnyHost() {
    String url = "http://localhost:4566/000000000000/waiting";

    assertThat(sqs.call("PurgeQueue", "{\"QueueUrl\": \"%s\"}".formatted(url)).status())
        .isEqualTo(200);
  }
}
