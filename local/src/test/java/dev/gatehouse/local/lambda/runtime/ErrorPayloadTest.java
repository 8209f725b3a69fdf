package dev.gatehouse.local.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.lambda.invoke.InvocationResult;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorPayloadTest {

  @Test
  void timeoutHasTheMessageOfAws() {
    assertThat(
            ErrorPayload.timedOut(
                    Instant.parse("2026-01-02T03:04:05Z"), "id", Duration.ofSeconds(4))
                .payload())
        .isEqualTo(
            "{\"errorMessage\":\"2026-01-02T03:04:05.000Z id Task timed out after 4.00 seconds\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "0, without providing a reason",
    "1, with error: exit status 1",
    "129, with error: exit status 129",
    "137, with error: signal: killed",
    "139, with error: signal: segmentation fault"
  })
  void exitHasTheMessageOfAws(int status, String reason) {
    InvocationResult.Failed failed = ErrorPayload.exited("id", status);
    assertThat(failed.errorMessage()).isEqualTo("RequestId: id Error: Runtime exited " + reason);
    assertThat(failed.payload()).startsWith("{\"errorType\":\"Runtime.ExitError\",");
  }

  @Test
  void reportedErrorKeepsItsPayload() {
    String payload = "{\"errorMessage\":\"no\",\"errorType\":\"E\",\"stackTrace\":[]}";
    assertThat(ErrorPayload.reported(payload))
        .isEqualTo(new InvocationResult.Failed("no", payload));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"errorMessage\":null}", "{}", "[]", "not json {", "\"text\""})
  void reportedErrorMayHaveNoMessage(String payload) {
    assertThat(ErrorPayload.reported(payload))
        .isEqualTo(new InvocationResult.Failed(null, payload));
  }
}
