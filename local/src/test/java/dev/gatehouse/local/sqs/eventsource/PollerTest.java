package dev.gatehouse.local.sqs.eventsource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import dev.gatehouse.dynamodb.store.Store;
import dev.gatehouse.local.lambda.invoke.EventDelivery;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Failed;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Succeeded;
import dev.gatehouse.local.logging.RecordedWarnings;
import dev.gatehouse.local.sqs.QueuePlan;
import dev.gatehouse.local.sqs.queues.MessageContent;
import dev.gatehouse.local.sqs.queues.Queue;
import dev.gatehouse.local.sqs.queues.Queue.MessageCounts;
import dev.gatehouse.local.sqs.queues.TestQueue;
import dev.gatehouse.local.state.StateStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class PollerTest {
  private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
  private final List<Poller> started = new ArrayList<>();
  private final TestQueue test = new TestQueue();
  private final Queue queue = test.queue;

  private Poller poller(EventDelivery delivery) {
    return poller(delivery, QueuePermissions.UNRESTRICTED);
  }

  private Poller poller(EventDelivery delivery, QueuePermissions permissions) {
    return poller(queue, delivery, permissions);
  }

  private Poller poller(Queue polled, EventDelivery delivery, QueuePermissions permissions) {
    Poller poller =
        Poller.start(
            new EventSourceMapping(polled, QueuePlan.ALIAS, 1, true), delivery, permissions);
    started.add(poller);
    return poller;
  }

  @AfterEach
  void closeAll() {
    started.forEach(Poller::close);
  }

  private String body(String event) {
    return JsonParser.parseString(event)
        .getAsJsonObject()
        .getAsJsonArray("Records")
        .get(0)
        .getAsJsonObject()
        .get("body")
        .getAsString();
  }

  @Test
  void messageWakesThePollerAndIsDeletedWhenProcessed() throws Exception {
    CountDownLatch second = new CountDownLatch(2);
    Poller unused =
        poller(
            (function, source, event) -> {
              bodies.add(function + " " + body(event));
              second.countDown();
              return new Succeeded("{\"batchItemFailures\":[]}");
            });
    queue.send(new MessageContent("one", Map.of()), Duration.ZERO);
    assertThat(bodies.take()).isEqualTo(QueuePlan.ALIAS + " one");
    queue.send(new MessageContent("two", Map.of()), Duration.ZERO);
    second.await();
    assertThat(bodies.take()).endsWith("two");
    // The first is deleted for sure: the second was read after it.
    assertThat(queue.counts().visible() + queue.counts().inFlight()).isLessThan(2);
  }

  @Test
  void failedMessageReturnsAndMovesToTheDeadLetterQueue() throws Exception {
    Poller unused =
        poller(
            (function, source, event) -> {
              bodies.add(body(event));
              return new Failed("no", "{}");
            });
    queue.send(new MessageContent("one", Map.of()), Duration.ZERO);
    test.awaitDeadLetter();
    assertThat(bodies).containsExactly("one", "one", "one");
    assertThat(queue.counts()).isEqualTo(new MessageCounts(0, 0, 0));
  }

  @Test
  void failedCallDoesNotStopThePoller() throws Exception {
    Poller unused =
        poller(
            (function, source, event) -> {
              bodies.add(body(event));
              throw new IllegalStateException("not today");
            });
    queue.send(new MessageContent("one", Map.of()), Duration.ZERO);
    test.awaitDeadLetter();
    assertThat(bodies).hasSize(3);
  }

  @Test
  void errorOfTheEmulatorDoesNotStopThePoller() throws Exception {
    Poller unused =
        poller(
            (function, source, event) -> {
              bodies.add(body(event));
              throw new StackOverflowError("too deep");
            });
    queue.send(new MessageContent("one", Map.of()), Duration.ZERO);
    test.awaitDeadLetter();
    assertThat(bodies).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqs:ReceiveMessage", "sqs:GetQueueAttributes"})
  void withoutThePermissionToReceiveTheMessageStays(String missing) throws Exception {
    CountDownLatch asked = new CountDownLatch(2);
    Poller unused =
        poller(
            (function, source, event) -> {
              bodies.add(body(event));
              return new Succeeded("{}");
            },
            (function, action, queueArn) -> {
              asked.countDown();
              return !action.equals(missing);
            });
    queue.send(new MessageContent("one", Map.of()), Duration.ZERO);
    asked.await();

    assertThat(queue.counts()).isEqualTo(new MessageCounts(1, 0, 0));
    assertThat(bodies).isEmpty();
  }

  @Test
  void withoutThePermissionToDeleteTheMessageReturns() throws Exception {
    Poller unused =
        poller(
            (function, source, event) -> {
              bodies.add(body(event));
              return new Succeeded("{}");
            },
            (function, action, queueArn) -> !action.equals("sqs:DeleteMessage"));
    queue.send(new MessageContent("one", Map.of()), Duration.ZERO);
    test.awaitDeadLetter();

    assertThat(bodies).containsExactly("one", "one", "one");
  }

  @Test
  void closedPollerReceivesNoMessages() throws Exception {
    Poller poller =
        poller(
            (function, source, event) -> {
              bodies.add(body(event));
              return new Succeeded("{}");
            });
    queue.send(new MessageContent("one", Map.of()), Duration.ZERO);
    assertThat(bodies.take()).isEqualTo("one");
    poller.close();
    queue.send(new MessageContent("two", Map.of()), Duration.ZERO);
    assertThat(bodies.poll(200, TimeUnit.MILLISECONDS)).isNull();
  }

  /** As on a full disk: the function ran, which the log must not deny. */
  @Test
  void logSaysWhatCouldNotBeStored() throws Exception {
    Store store = Store.inMemory();
    Queue stored = new TestQueue(StateStore.in(store)).queue;
    stored.send(new MessageContent("one", Map.of()), Duration.ZERO);
    try (RecordedWarnings log = RecordedWarnings.of(Poller.class.getName())) {
      Poller unused =
          poller(
              stored,
              (function, source, event) -> {
                bodies.add(body(event));
                store.close();
                return new Succeeded("{}");
              },
              QueuePermissions.UNRESTRICTED);

      assertThat(bodies.take()).isEqualTo("one");
      assertThat(log.next())
          .startsWith(QueuePlan.ALIAS + " has processed messages of waiting, which are delivered");
      assertThatThrownBy(() -> stored.send(new MessageContent("two", Map.of()), Duration.ZERO))
          .isInstanceOf(RuntimeException.class);
      assertThat(log.next())
          .startsWith("The messages of waiting stay where they are, and are read again");
    }
  }
}
