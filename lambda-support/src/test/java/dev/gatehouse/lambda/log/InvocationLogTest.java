package dev.gatehouse.lambda.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.gatehouse.lambda.log.InvocationLog.Invocation;
import dev.gatehouse.lambda.testing.AnyContext;
import dev.gatehouse.lambda.testing.RecordedLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InvocationLogTest {
  private final RecordedLog log = new RecordedLog();
  private final InvocationLog invocations = log.of("pre-sign-up");

  @Test
  void invocationWritesOneLineOfJson() {
    Invocation invocation = invocations.start(new AnyContext("request-1"));
    invocation.calledFor("PreSignUp_SignUp");
    invocation.about("sub-1");
    invocation.ended(Outcome.of("allowed"));
    assertThat(log.line())
        .isEqualTo(
            JsonParser.parseString(
                """
                {"level":"INFO","function":"pre-sign-up","triggerSource":"PreSignUp_SignUp",
                 "outcome":"allowed","durationMs":0,"requestId":"request-1","sub":"sub-1"}
                """));
  }

  @Test
  void countedOutcomeCarriesItsMetricInTheEmbeddedFormat() {
    invocations
        .start(new AnyContext("request-1"))
        .ended(Outcome.of("refused").withCode("EMAIL_INVALID").countedAs("SignUpsRefused"));
    assertThat(log.line())
        .isEqualTo(
            JsonParser.parseString(
                """
                {"_aws":{"Timestamp":1767323045678,"CloudWatchMetrics":[{"Namespace":"Gatehouse",
                  "Dimensions":[[],["code"]],"Metrics":[{"Name":"SignUpsRefused","Unit":"Count"}]}]},
                 "SignUpsRefused":1,"level":"INFO","function":"pre-sign-up","outcome":"refused",
                 "code":"EMAIL_INVALID","durationMs":0,"requestId":"request-1"}
                """));
  }

  @Test
  void metricsOfTwoStacksAreCountedApart() {
    List<String> lines = new ArrayList<>();
    new InvocationLog("pre-sign-up", "gatehouse-dev", RecordedLog.CLOCK, lines::add)
        .start(new AnyContext("request-1"))
        .ended(Outcome.of("refused").withCode("EMAIL_INVALID").countedAs("SignUpsRefused"));

    assertThat(lines)
        .singleElement()
        .asString()
        .contains("\"Dimensions\":[[\"stack\"],[\"stack\",\"code\"]]")
        .contains("\"stack\":\"gatehouse-dev\"");
  }

  @Test
  void metricWithoutACodeIsCountedInTotalOnly() {
    invocations
        .start(new AnyContext("request-1"))
        .ended(Outcome.of("copied").countedAs("UsersCopied"));
    assertThat(log.lines().getFirst()).contains("\"Dimensions\":[[]]", "\"UsersCopied\":1");
  }

  @Test
  void failureIsLoggedByTypeAndPlaceAndNeverByItsMessage() {
    Invocation invocation = invocations.start(new AnyContext("request-1"));
    invocation.failedBy(
        new IllegalStateException(
            "jane@example.com is not there", new IOException("no jane either")));
    invocation.ended(Outcome.error("failed", "INTERNAL"));
    assertThat(log.line().get("level").getAsString()).isEqualTo("ERROR");
    assertThat(log.line().get("failure").getAsString())
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(log.line().get("cause").getAsString()).isEqualTo("java.io.IOException");
    assertThat(log.line().get("at").getAsString()).contains("InvocationLogTest");
    assertThat(log.lines().getFirst()).doesNotContain("jane");
  }

  @Test
  void lineBreakInATextIsEscaped() {
    Invocation invocation = invocations.start(new AnyContext("request-1"));
    invocation.calledFor("Odd\n{\"level\":\"INFO\"}");
    invocation.ended(Outcome.of("passed-through"));
    assertThat(log.line().get("triggerSource").getAsString()).contains("\n");
  }
}
