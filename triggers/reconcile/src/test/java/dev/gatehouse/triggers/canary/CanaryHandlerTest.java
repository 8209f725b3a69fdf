package dev.gatehouse.triggers.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.lambda.testing.AnyContext;
import dev.gatehouse.lambda.testing.RecordedLog;
import dev.gatehouse.triggers.canary.CanaryFailed.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CanaryHandlerTest {
  private static final String STAYS = "success+gatehouse-prod-stays@simulator.amazonses.com";
  private static final String PASSWORD = "Correct-horse-9";

  private final RecordedLog log = new RecordedLog();
  private final FakePool pool = new FakePool();
  private final FakeApi api = new FakeApi();
  private final CanaryHandler handler =
      new CanaryHandler(new Canary(pool, api, "gatehouse-prod", PASSWORD), log.of("canary"));

  private void run(String task) {
    handler.handleRequest(Map.of("task", task), new AnyContext("request-1"));
  }

  @Test
  void userWhoStaysIsCreatedOnceAndReadEachTime() {
    run("sign-in");
    run("sign-in");

    assertThat(pool.passwords).containsExactly(Map.entry(STAYS, PASSWORD));
    assertThat(pool.signUps).isOne();
    assertThat(api.calls).containsExactly("read " + STAYS, "read " + STAYS);
  }

  @Test
  void userWhoStaysIsConfirmedAfterARunThatBrokeOff() {
    pool.passwords.put(STAYS, PASSWORD);

    run("sign-in");

    assertThat(pool.confirmed).containsExactly(STAYS);
  }

  @Test
  void newUserIsReadAndErased() {
    run("sign-up");
    run("sign-up");

    assertThat(pool.passwords.keySet())
        .hasSize(2)
        .allMatch(it -> it.matches("success\\+gatehouse-prod-.{36}@simulator\\.amazonses\\.com"));
    assertThat(pool.passwords.values()).doesNotHaveDuplicates().doesNotContain(PASSWORD);
    assertThat(api.calls)
        .extracting(it -> it.split(" ", 2)[0])
        .containsExactly("read", "erase", "read", "erase");
  }

  @Test
  void changedPasswordOfTheUserWhoStaysFails() {
    run("sign-in");
    pool.passwords.put(STAYS, "Another-horse-9");

    assertFails("sign-in", Step.CONFIRMATION_FAILED);
  }

  @Test
  void failedStepIsTheCodeOfTheLineWhichNamesNobody() {
    api.failing = Step.PROFILE_NOT_READ;

    assertFails("sign-up", Step.PROFILE_NOT_READ);
    assertThat(log.lines().getLast()).doesNotContain("simulator", PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sign-out"})
  void unknownTaskFails(String task) {
    assertFails(task, Step.TASK_UNKNOWN);
  }

  private void assertFails(String task, Step step) {
    assertThatThrownBy(() -> run(task))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(step.name())
        .hasNoCause();
    assertThat(log.lines().getLast())
        .contains("\"level\":\"ERROR\"", "\"code\":\"%s\"".formatted(step.name()));
  }

  /** A pool whose tokens are the addresses. */
  private static final class FakePool implements CanaryPool {
    private final Map<String, String> passwords = new HashMap<>();
    private final Set<String> confirmed = new HashSet<>();
    private int signUps;

    @Override
    public void signUp(String address, String password) {
      if (passwords.putIfAbsent(address, password) == null) {
        signUps++;
      }
    }

    @Override
    public void confirm(String address) {
      if (!confirmed.add(address)) {
        throw new CanaryFailed(Step.CONFIRMATION_FAILED, null);
      }
    }

    @Override
    public Optional<String> signIn(String address, String password) {
      return Optional.of(address)
          .filter(it -> confirmed.contains(it) && password.equals(passwords.get(it)));
    }
  }

  private static final class FakeApi implements ProfileApi {
    private final List<String> calls = new ArrayList<>();
    private Step failing = Step.TASK_UNKNOWN;

    @Override
    public void read(String accessToken) {
      call("read", accessToken, Step.PROFILE_NOT_READ);
    }

    @Override
    public void erase(String accessToken) {
      call("erase", accessToken, Step.NOT_ERASED);
    }

    private void call(String name, String accessToken, Step step) {
      if (failing == step) {
        throw new CanaryFailed(step, null);
      }
      calls.add(name + " " + accessToken);
    }
  }
}
