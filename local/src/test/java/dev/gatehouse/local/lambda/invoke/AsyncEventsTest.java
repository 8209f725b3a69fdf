package dev.gatehouse.local.lambda.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.clock.MovableClock;
import dev.gatehouse.local.lambda.invoke.InvocationResult.AccessDenied;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Failed;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Succeeded;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Throttled;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AsyncEventsTest {

  private static final InvocationResult FAILED = new Failed("broken", "{}");
  private static final InvocationResult THROTTLED = new Throttled("any");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** It stands still unless it is moved. */
  private final MovableClock clock = new MovableClock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  private final AsyncEvents events = new AsyncEvents(clock);
  private final BlockingQueue<InvocationResult> attempts = new LinkedBlockingQueue<>();
  private @Nullable Thread event;

  @BeforeEach
  void tellMoves() {
    clock.whenMoved(List.of(events::clockMoved));
  }

  @AfterEach
  void close() {
    events.close();
  }

  private void send(EventInvokeConfig config, InvocationResult... results) {
    BlockingQueue<InvocationResult> left = new LinkedBlockingQueue<>(List.of(results));
    event =
        Thread.ofPlatform()
            .start(
                () ->
                    events.run(
                        config, "f", () -> attempt(left.remove()), () -> attempt(left.remove())));
  }

  private InvocationResult attempt(InvocationResult result) {
    attempts.add(result);
    return result;
  }

  private @Nullable InvocationResult nextAttempt() throws InterruptedException {
    return attempts.poll(30, TimeUnit.SECONDS);
  }

  /** Moves the clock while the event waits. */
  private void move(Duration time) throws InterruptedException {
    awaitState(Thread.State.TIMED_WAITING);
    clock.forward(time);
  }

  private void awaitState(Thread.State state) throws InterruptedException {
    while (event == null || event.getState() != state) {
      Thread.sleep(1);
    }
  }

  private void isDone() throws InterruptedException {
    awaitState(Thread.State.TERMINATED);
    assertThat(attempts).isEmpty();
  }

  @Test
  void failedEventIsSentAgainAfterOneMinuteAndAfterTwoMore() throws InterruptedException {
    send(EventInvokeConfig.DEFAULT, FAILED, FAILED, FAILED);
    assertThat(nextAttempt()).isEqualTo(FAILED);

    move(MINUTE.minusMillis(1));
    assertThat(attempts).isEmpty();
    move(Duration.ofMillis(1));
    assertThat(nextAttempt()).isEqualTo(FAILED);

    move(MINUTE);
    assertThat(attempts).isEmpty();
    move(MINUTE);
    assertThat(nextAttempt()).isEqualTo(FAILED);
    isDone();
  }

  @Test
  void eventThatSucceedsOrMayNotBeSentIsDone() throws InterruptedException {
    send(EventInvokeConfig.DEFAULT, FAILED, new Succeeded("{}"));
    assertThat(nextAttempt()).isEqualTo(FAILED);
    move(MINUTE);
    assertThat(nextAttempt()).isEqualTo(new Succeeded("{}"));
    isDone();

    send(EventInvokeConfig.DEFAULT, new AccessDenied());
    assertThat(nextAttempt()).isEqualTo(new AccessDenied());
    isDone();
  }

  @Test
  void configurationLimitsTheRetriesOfFailures() throws InterruptedException {
    send(new EventInvokeConfig(Duration.ofHours(6), 0), FAILED);
    assertThat(nextAttempt()).isEqualTo(FAILED);
    isDone();
  }

  @Test
  void throttledEventIsSentAgainLessAndLessOftenUntilItIsTooOld() throws InterruptedException {
    send(new EventInvokeConfig(Duration.ofSeconds(10), 0), THROTTLED, THROTTLED, THROTTLED);
    for (int seconds : List.of(1, 2)) {
      assertThat(nextAttempt()).isEqualTo(THROTTLED);
      move(Duration.ofSeconds(seconds));
    }
    assertThat(nextAttempt()).isEqualTo(THROTTLED);
    move(Duration.ofSeconds(8));
    isDone();
  }

  @Test
  void throttlingDoesNotUseUpTheRetriesOfFailures() throws InterruptedException {
    send(new EventInvokeConfig(Duration.ofHours(6), 1), THROTTLED, FAILED, new Succeeded("{}"));
    assertThat(nextAttempt()).isEqualTo(THROTTLED);
    move(Duration.ofSeconds(1));
    assertThat(nextAttempt()).isEqualTo(FAILED);
    move(MINUTE);
    assertThat(nextAttempt()).isEqualTo(new Succeeded("{}"));
    isDone();
  }

  @Test
  void closedEventsAreNotSentAgain() throws InterruptedException {
    send(EventInvokeConfig.DEFAULT, FAILED);
    assertThat(nextAttempt()).isEqualTo(FAILED);
    awaitState(Thread.State.TIMED_WAITING);
    events.close();
    isDone();
  }
}
