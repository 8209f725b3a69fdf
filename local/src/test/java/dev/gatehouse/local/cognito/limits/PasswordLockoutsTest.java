package dev.gatehouse.local.cognito.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.local.TestClock;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.state.StateStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class PasswordLockoutsTest {
  private final TestClock clock = new TestClock();
  private final PasswordLockouts lockouts = new PasswordLockouts(clock, StateStore.none());
  private final AtomicInteger checked = new AtomicInteger();

  /** A check that takes long enough for all guesses to arrive meanwhile. */
  private boolean slowly(boolean right) {
    checked.incrementAndGet();
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return right;
  }

  private void atOnce(int guesses, boolean right) throws InterruptedException {
    Callable<Boolean> guess = () -> lockouts.attempt("pool", "jane", () -> slowly(right));
    List<Callable<Boolean>> all = Stream.generate(() -> guess).limit(guesses).toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(all);
    }
  }

  @Test
  void onlyFiveOfManyParallelGuessesAreChecked() throws InterruptedException {
    atOnce(40, false);
    assertThat(checked).hasValue(5);

    clock.pass(Duration.ofSeconds(1));
    atOnce(40, false);
    assertThat(checked).as("one more after each lockout").hasValue(6);
  }

  @Test
  void parallelSignInsWithTheRightPasswordAllSucceed() throws InterruptedException {
    atOnce(40, true);
    assertThat(checked).hasValue(40);
  }

  @Test
  void failingCheckReleasesTheUser() {
    assertThatThrownBy(
            () ->
                lockouts.attempt(
                    "pool",
                    "jane",
                    () -> {
                      throw new IllegalStateException("no such algorithm");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(lockouts.attempt("pool", "jane", () -> true)).isTrue();
  }

  @Test
  void lockedOutGuessIsRefusedWithoutACheck() throws InterruptedException {
    atOnce(5, false);
    assertThatThrownBy(() -> lockouts.attempt("pool", "jane", () -> slowly(true)))
        .isInstanceOf(AwsException.class)
        .hasMessage("Password attempts exceeded");
    assertThat(checked).hasValue(5);
  }
}
