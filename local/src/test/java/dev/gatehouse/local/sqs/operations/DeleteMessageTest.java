package dev.gatehouse.local.sqs.operations;

import static dev.gatehouse.local.sqs.QueuePlan.URL;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.sqs.TestSqs;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeleteMessageTest {

  private final TestSqs sqs = new TestSqs();

  @Test
  void onlyTheLatestReceiptHandleDeletes() {
    JsonObject unused = sqs.send("one");
    String old = sqs.receive("waiting").getFirst().get("ReceiptHandle").getAsString();
    sqs.clock.pass(Duration.ofSeconds(60));
    String current = sqs.receive("waiting").getFirst().get("ReceiptHandle").getAsString();

    delete(old);
    assertThat(sqs.attribute("waiting", "ApproximateNumberOfMessagesNotVisible")).isEqualTo("1");
    delete(current);
    assertThat(sqs.attribute("waiting", "ApproximateNumberOfMessagesNotVisible")).isEqualTo("0");
  }

  private void delete(String receiptHandle) {
    JsonObject unused =
        sqs.execute(
            "DeleteMessage",
            "{\"QueueUrl\": \"%s\", \"ReceiptHandle\": \"%s\"}"
                .formatted(URL + "waiting", receiptHandle));
  }
}
