package dev.gatehouse.local.sqs.operations;

import static dev.gatehouse.local.sqs.QueuePlan.ARN;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.sqs.TestSqs;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages that are moved back from a dead-letter queue. */
class MessageMoveTaskTest {
  private static final String SOURCE = "{\"SourceArn\": \"" + ARN + "dead\"}";

  private final TestSqs sqs = new TestSqs();

  /** Lets a message exhaust its two receives; returns its id. */
  private String exhausted(String body) {
    String id = sqs.send(body).get("MessageId").getAsString();
    for (int receive = 0; receive < 3; receive++) {
      List<JsonObject> unused = sqs.receive("waiting");
      sqs.move(Duration.ofSeconds(61));
    }
    return id;
  }

  @Test
  void deadLetterComesBackAsANewMessage() {
    String id = exhausted("one");
    sqs.execute("StartMessageMoveTask", SOURCE);

    assertThat(sqs.receive("dead")).isEmpty();
    assertThat(sqs.receive("waiting"))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.get("Body").getAsString()).isEqualTo("one");
              assertThat(message.get("MessageId").getAsString()).isNotEqualTo(id);
              assertThat(
                      message
                          .getAsJsonObject("Attributes")
                          .get("ApproximateReceiveCount")
                          .getAsString())
                  .isEqualTo("1");
              assertThat(message.getAsJsonObject("Attributes").get("SentTimestamp").getAsLong())
                  .as("sent anew")
                  .isEqualTo(sqs.clock.millis());
            });
  }

  @Test
  void completedTaskIsListedAndCannotBeCancelled() {
    String unused = exhausted("one");
    String handle =
        sqs.execute(
                "StartMessageMoveTask",
                SOURCE.replace("}", ", \"DestinationArn\": \"%swaiting\"}".formatted(ARN)))
            .get("TaskHandle")
            .getAsString();

    JsonObject task =
        sqs.execute("ListMessageMoveTasks", SOURCE)
            .getAsJsonArray("Results")
            .get(0)
            .getAsJsonObject();
    assertThat(task.get("Status").getAsString()).isEqualTo("COMPLETED");
    assertThat(task.get("ApproximateNumberOfMessagesMoved").getAsInt()).isOne();
    assertThat(task.get("DestinationArn").getAsString()).isEqualTo(ARN + "waiting");
    Response refused =
        sqs.call("CancelMessageMoveTask", "{\"TaskHandle\": \"%s\"}".formatted(handle));
    assertThat(refused.text()).contains("UnsupportedOperation");
    assertThat(sqs.call("CancelMessageMoveTask", "{\"TaskHandle\": \"none\"}").text())
        .contains("ResourceNotFoundException");
  }

  @Test
  void queueThatIsNoDeadLetterQueueIsRefused() {
    assertThat(sqs.call("StartMessageMoveTask", SOURCE.replace("dead", "waiting")).text())
        .contains("InvalidParameterValue", "must be configured as a Dead Letter Queue");
    assertThat(sqs.call("StartMessageMoveTask", SOURCE.replace("dead", "gone")).text())
        .contains("ResourceNotFoundException");
    assertThat(sqs.call("StartMessageMoveTask", "{}").text()).contains("SourceArn");
  }

  @Test
  void formsAreUnderstood() {
    String unused = exhausted("one");
    assertThat(
            sqs.form(
                    "/", "Action=StartMessageMoveTask&Version=2012-11-05&SourceArn=" + ARN + "dead")
                .text())
        .contains("<TaskHandle>");
    assertThat(
            sqs.form(
                    "/", "Action=ListMessageMoveTasks&Version=2012-11-05&SourceArn=" + ARN + "dead")
                .text())
        .contains("<ListMessageMoveTasksResultEntry>", "<Status>COMPLETED</Status>");
  }
}
