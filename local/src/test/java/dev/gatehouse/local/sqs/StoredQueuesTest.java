package dev.gatehouse.local.sqs;

import static dev.gatehouse.local.sqs.QueuePlan.URL;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.store.Store;
import dev.gatehouse.local.state.StateStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StoredQueuesTest {

  private final StateStore state = StateStore.in(Store.inMemory());

  private static List<String> bodies(List<JsonObject> messages) {
    return messages.stream().map(message -> message.get("Body").getAsString()).toList();
  }

  @Test
  void messagesSurviveARestartInTheirOrder() {
    TestSqs first = new TestSqs(state);
    for (int i = 0; i < 4; i++) {
      first.send("m" + i);
    }
    JsonObject received = first.receive("waiting").getFirst();
    first.execute(
        "DeleteMessage",
        "{\"QueueUrl\":\"%s\",\"ReceiptHandle\":\"%s\"}"
            .formatted(URL + "waiting", received.get("ReceiptHandle").getAsString()));

    TestSqs second = new TestSqs(state);
    assertThat(second.receive("waiting")).as("hidden as before the restart").isEmpty();
    second.move(Duration.ofMinutes(2));
    assertThat(bodies(second.receive("waiting"))).containsExactly("m1", "m2", "m3");
  }

  @Test
  void receivesAreCountedAcrossRestarts() {
    new TestSqs(state).send("m");
    assertThat(new TestSqs(state).receive("waiting")).hasSize(1);
    TestSqs third = new TestSqs(state);
    third.move(Duration.ofMinutes(2));
    assertThat(third.receive("waiting")).hasSize(1);
    third.move(Duration.ofMinutes(2));
    assertThat(third.receive("waiting")).as("the third receive moves it").isEmpty();

    TestSqs fourth = new TestSqs(state);
    fourth.move(Duration.ofMinutes(10));
    assertThat(fourth.receive("waiting")).isEmpty();
    assertThat(bodies(fourth.receive("dead"))).containsExactly("m");
  }

  @Test
  void createdQueueComesBackAndADeletedOneDoesNot() {
    TestSqs first = new TestSqs(state);
    for (String name : List.of("kept", "gone")) {
      first.execute("CreateQueue", "{\"QueueName\":\"%s\"}".formatted(name));
      first.execute(
          "SendMessage", "{\"QueueUrl\":\"%s\",\"MessageBody\":\"m\"}".formatted(URL + name));
    }
    first.execute("DeleteQueue", "{\"QueueUrl\":\"%s\"}".formatted(URL + "gone"));
    first.execute("CreateQueue", "{\"QueueName\":\"gone\"}");

    TestSqs second = new TestSqs(state);
    assertThat(bodies(second.receive("kept"))).containsExactly("m");
    assertThat(second.receive("gone")).isEmpty();
  }

  @Test
  @Timeout(20)
  void waitingReceiverSeesADelayedMessageWhenTheClockIsMoved() throws Exception {
    TestSqs sqs = new TestSqs(state);
    sqs.execute(
        "SendMessage",
        "{\"QueueUrl\":\"%s\",\"MessageBody\":\"late\",\"DelaySeconds\":900}"
            .formatted(URL + "waiting"));
    CompletableFuture<JsonObject> waiting = new CompletableFuture<>();
    Thread receiver =
        Thread.ofPlatform()
            .start(
                () ->
                    waiting.complete(
                        sqs.execute(
                            "ReceiveMessage",
                            "{\"QueueUrl\":\"%s\",\"WaitTimeSeconds\":20}"
                                .formatted(URL + "waiting"))));
    while (receiver.getState() != Thread.State.TIMED_WAITING) {
      Thread.sleep(1);
    }
    sqs.move(Duration.ofMinutes(15));

    assertThat(waiting.get(10, TimeUnit.SECONDS).toString()).contains("late");
  }
}
