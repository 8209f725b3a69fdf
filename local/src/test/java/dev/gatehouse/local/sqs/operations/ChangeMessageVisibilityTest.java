package dev.gatehouse.local.sqs.operations;

import static dev.gatehouse.local.sqs.QueuePlan.URL;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.sqs.TestSqs;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeMessageVisibilityTest {

  private final TestSqs sqs = new TestSqs();
  private String receiptHandle = "";

  @BeforeEach
  void receiveAMessage() {
    JsonObject unused = sqs.send("one");
    receiptHandle = sqs.receive("waiting").getFirst().get("ReceiptHandle").getAsString();
  }

  private Response change(String handle, String timeout) {
    return sqs.call(
        "ChangeMessageVisibility",
        "{\"QueueUrl\": \"%s\", \"ReceiptHandle\": \"%s\", \"VisibilityTimeout\": %s}"
            .formatted(URL + "waiting", handle, timeout));
  }

  @Test
  void zeroShowsTheMessageAtOnce() {
    assertThat(change(receiptHandle, "0").status()).isEqualTo(200);
    assertThat(sqs.receive("waiting")).hasSize(1);
  }

  @Test
  void newTimeoutCountsFromNow() {
    sqs.clock.pass(Duration.ofSeconds(50));
    assertThat(change(receiptHandle, "120").status()).isEqualTo(200);
    sqs.clock.pass(Duration.ofSeconds(119));
    assertThat(sqs.receive("waiting")).isEmpty();
    sqs.clock.pass(Duration.ofSeconds(1));
    assertThat(sqs.receive("waiting")).hasSize(1);
  }

  @Test
  void messageThatIsNotInFlightIsRefused() {
    sqs.clock.pass(Duration.ofSeconds(60));
    assertThat(change(receiptHandle, "5").text())
        .contains("Message does not exist or is not available for visibility timeout change.");
    assertThat(change("nonsense", "5").text()).contains("ReceiptHandleIsInvalid");
  }

  @Test
  void timeoutOutOfBoundsIsRefused() {
    assertThat(change(receiptHandle, "43201").text()).contains("Must be >= 0 and <= 43200");
    assertThat(change(receiptHandle, "null").text())
        .contains("The request must contain the parameter VisibilityTimeout.");
  }
}
