package dev.gatehouse.local.sqs.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.sqs.TestSqs;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReceiveMessageTest {

  private final TestSqs sqs = new TestSqs();

  @Test
  void messageIsReceivedAsSent() {
    JsonObject sent = sqs.send("h\u00e9llo \"you\"");
    JsonObject message = sqs.receive("waiting").getFirst();

    assertThat(message.get("Body").getAsString()).isEqualTo("h\u00e9llo \"you\"");
    assertThat(message.get("MessageId")).isEqualTo(sent.get("MessageId"));
    assertThat(message.get("MD5OfBody")).isEqualTo(sent.get("MD5OfMessageBody"));
    assertThat(message.getAsJsonObject("Attributes").get("ApproximateReceiveCount").getAsString())
        .isEqualTo("1");
  }

  @Test
  void receivedMessageIsHiddenForTheVisibilityTimeout() {
    JsonObject unused = sqs.send("one");
    assertThat(sqs.receive("waiting")).hasSize(1);
    assertThat(sqs.receive("waiting")).isEmpty();
    assertThat(sqs.attribute("waiting", "ApproximateNumberOfMessagesNotVisible")).isEqualTo("1");
    sqs.clock.pass(Duration.ofSeconds(60));
    assertThat(sqs.receive("waiting")).hasSize(1);
  }

  @Test
  void messageWithExhaustedReceivesMovesToTheDeadLetterQueue() {
    JsonObject sent = sqs.send("one");
    for (int i = 0; i < 2; i++) {
      assertThat(sqs.receive("waiting")).hasSize(1);
      sqs.clock.pass(Duration.ofSeconds(60));
    }
    assertThat(sqs.receive("waiting")).isEmpty();
    assertThat(sqs.attribute("waiting", "ApproximateNumberOfMessages")).isEqualTo("0");
    assertThat(sqs.receive("dead").getFirst().get("MessageId")).isEqualTo(sent.get("MessageId"));
  }

  @Test
  void messageExpiresAfterTheRetentionPeriod() {
    JsonObject unused = sqs.send("one");
    sqs.clock.pass(Duration.ofDays(4).plusSeconds(1));
    assertThat(sqs.receive("waiting")).isEmpty();
    assertThat(sqs.attribute("waiting", "ApproximateNumberOfMessages")).isEqualTo("0");
  }
}
