package dev.gatehouse.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.gatehouse.local.functions.EventDelivery;
import dev.gatehouse.local.functions.Invocation.Answered;
import dev.gatehouse.local.functions.Invocation.Failed;
import dev.gatehouse.local.sqs.Queue.Counts;
import dev.gatehouse.local.sqs.QueueSettings.Redrive;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PollerTest {
  private static final Duration HIDDEN = Duration.ofMillis(50);

  private final BlockingQueue<Held> aside = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
  private final List<Poller> started = new ArrayList<>();
  private final Queue queue = queue(new Redrive("dead", 3));

  private Queue queue(@Nullable Redrive redrive) {
    return new Queue(
        new QueueSettings(
            "waiting",
            QueuePlan.URL + "waiting",
            QueuePlan.ARN + "waiting",
            HIDDEN,
            Duration.ofDays(4),
            Duration.ZERO,
            Duration.ZERO,
            1024,
            redrive),
        Clock.systemUTC(),
        aside::add);
  }

  private Poller poller(EventDelivery delivery) {
    Poller poller = Poller.start(new EventSource(queue, QueuePlan.ALIAS, 1, true), delivery);
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
  void messageWakesThePollerAndIsDeletedWhenItIsDone() throws Exception {
    CountDownLatch second = new CountDownLatch(2);
    Poller unused =
        poller((function, source, event) -> {
          bodies.add(function + " " + body(event));
          second.countDown();
          return new Answered("{\"batchItemFailures\":[]}");
        });
    queue.send("one", Duration.ZERO);
    assertThat(bodies.take()).isEqualTo(QueuePlan.ALIAS + " one");
    queue.send("two", Duration.ZERO);
    second.await();
    assertThat(bodies.take()).endsWith("two");
    // The first is deleted for sure: the second was read after it.
    assertThat(queue.counts().visible() + queue.counts().inFlight()).isLessThan(2);
  }

  @Test
  void messageThatFailsComesBackAndIsLaidAsideInTheEnd() throws Exception {
    Poller unused =
        poller((function, source, event) -> {
          bodies.add(body(event));
          return new Failed("no", "{}");
        });
    queue.send("one", Duration.ZERO);
    assertThat(aside.take()).isNotNull();
    assertThat(bodies).containsExactly("one", "one", "one");
    assertThat(queue.counts()).isEqualTo(new Counts(0, 0, 0));
  }

  @Test
  void functionThatCannotBeCalledStopsNothing() throws Exception {
    Poller unused =
        poller((function, source, event) -> {
          bodies.add(body(event));
          throw new IllegalStateException("not today");
        });
    queue.send("one", Duration.ZERO);
    assertThat(aside.take()).isNotNull();
    assertThat(bodies).hasSize(3);
  }

  @Test
  void closedPollerReadsNoMore() throws Exception {
    Poller poller =
        poller((function, source, event) -> {
          bodies.add(body(event));
          return new Answered("{}");
        });
    queue.send("one", Duration.ZERO);
    assertThat(bodies.take()).isEqualTo("one");
    poller.close();
    queue.send("two", Duration.ZERO);
    assertThat(bodies.poll(200, TimeUnit.MILLISECONDS)).isNull();
  }
}
