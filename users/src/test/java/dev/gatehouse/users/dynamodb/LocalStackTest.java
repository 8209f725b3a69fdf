package dev.gatehouse.users.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

/** A probe for Docker that fails: it skips a test class and ends no build. */
final class LocalStackTest {
  @Test
  void failureSkipsWithTheFirstLineOfItsCause() {
    ConditionEvaluationResult result =
        LocalStack.enabledIf(
            () -> {
              throw new IllegalStateException(new IllegalArgumentException("no such host\nat y"));
            },
            "SomeIT");
    assertThat(result.isDisabled()).isTrue();
    assertThat(result.getReason().orElseThrow())
        .startsWith("SomeIT is skipped: LocalStack needs Docker")
        .endsWith("IllegalArgumentException: no such host");
  }

  /** As where an older library on the class path wins. */
  @Test
  void classThatCannotBeLinkedSkips() {
    ConditionEvaluationResult result =
        LocalStack.enabledIf(
            () -> {
              throw new NoSuchFieldError("X");
            },
            "SomeIT");
    assertThat(result.isDisabled()).isTrue();
    assertThat(result.getReason().orElseThrow()).endsWith("NoSuchFieldError: X");
  }

  @Test
  void successEnables() {
    assertThat(LocalStack.enabledIf(() -> "there", "SomeIT").isDisabled()).isFalse();
  }
}
