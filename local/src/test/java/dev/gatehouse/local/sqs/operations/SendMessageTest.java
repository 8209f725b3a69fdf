package dev.gatehouse.local.sqs.operations;

import static dev.gatehouse.local.sqs.QueuePlan.URL;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.sqs.TestSqs;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SendMessageTest {

  private final TestSqs sqs = new TestSqs();

  @Test
  void digestOfTheBodyIsTheOneOfTheDeveloperGuide() {
    // From the SQS developer guide: the MD5 of "This is a test message".
    assertThat(sqs.send("This is a test message").get("MD5OfMessageBody").getAsString())
        .isEqualTo("fafb00f5732ab283681e124bf8747ed1");
  }

  @Test
  void delayedMessageIsInvisibleUntilTheDelayIsOver() {
    JsonObject unused =
        sqs.execute(
            "SendMessage",
            "{\"QueueUrl\": \"%s\", \"MessageBody\": \"later\", \"DelaySeconds\": 5}"
                .formatted(URL + "waiting"));
    assertThat(sqs.receive("waiting")).isEmpty();
    assertThat(sqs.attribute("waiting", "ApproximateNumberOfMessagesDelayed")).isEqualTo("1");
    sqs.clock.pass(Duration.ofSeconds(5));
    assertThat(sqs.receive("waiting")).hasSize(1);
  }
}
