package dev.gatehouse.lambda.priming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreSignUpEvent;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.lambda.testing.RecordedLog;
import io.avaje.jsonb.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.crac.Core;
import org.junit.jupiter.api.Test;

@Json.Import(CognitoUserPoolPreSignUpEvent.class)
class PrimingTest {
  private static final String EVENT =
      "{\"triggerSource\": \"PreSignUp_SignUp\", \"request\": {\"userAttributes\": {}}}";

  private final RecordedLog log = new RecordedLog();
  private final AtomicInteger calls = new AtomicInteger();

  private final RequestHandler<CognitoUserPoolPreSignUpEvent, CognitoUserPoolPreSignUpEvent>
      counted =
          (event, context) -> {
            assertThat(event.getTriggerSource()).isEqualTo("PreSignUp_SignUp");
            assertThat(context.getAwsRequestId()).isEqualTo("priming");
            calls.incrementAndGet();
            return event;
          };

  private Priming<CognitoUserPoolPreSignUpEvent> priming(
      RequestHandler<CognitoUserPoolPreSignUpEvent, CognitoUserPoolPreSignUpEvent> handler) {
    return new Priming<>(
        CognitoUserPoolPreSignUpEvent.class,
        () -> handler,
        () -> List.of(EVENT),
        log.of("pre-sign-up")::notPrimed);
  }

  @Test
  void functionIsCalledThreeTimesBeforeTheSnapshot() {
    priming(counted).beforeCheckpoint(Core.getGlobalContext());
    assertThat(calls).hasValue(3);
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void furtherRoundsAreReplayed() {
    AtomicInteger replayed = new AtomicInteger();
    priming(
            (event, context) -> {
              replayed.addAndGet(Priming.isReplaying() ? 1 : 0);
              return counted.handleRequest(event, context);
            })
        .replaying(40)
        .beforeCheckpoint(Core.getGlobalContext());

    assertThat(calls).hasValue(43);
    assertThat(replayed).hasValue(40);
    assertThat(Priming.isReplaying()).isFalse();
  }

  @Test
  void replayedRoundsHaveTheTraceHeaderThatLambdaSetsForAnInvocation() {
    List<String> headers = new ArrayList<>();
    priming(
            (event, context) -> {
              headers.add(System.getProperty("com.amazonaws.xray.traceHeader", "none"));
              return event;
            })
        .replaying(1)
        .beforeCheckpoint(Core.getGlobalContext());

    assertThat(headers.subList(0, 3)).as("sent").containsOnly("none");
    assertThat(headers.getLast()).as("replayed").startsWith("Root=1-").endsWith("Sampled=0");
    assertThat(System.getProperty("com.amazonaws.xray.traceHeader")).as("afterwards").isNull();
  }

  @Test
  void malformedNumberOfRoundsIsRefused() {
    assertThatThrownBy(
            () ->
                priming(counted)
                    .registerIn(
                        new FunctionSettings(
                            Map.of(
                                "AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start",
                                "PRIMING_ROUNDS", "many"))))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("PRIMING_ROUNDS must be a number from 0 to 9999");
  }

  @Test
  void failedPrimingIsLoggedOnly() {
    priming(
            (event, context) -> {
              throw new IllegalStateException("quotes jane@example.com");
            })
        .beforeCheckpoint(Core.getGlobalContext());
    assertThat(log.line().get("code").getAsString()).isEqualTo("PRIMING_FAILED");
    assertThat(log.line().toString()).doesNotContain("jane@example.com");
  }

  @Test
  void primingOnceIsOneRound() {
    priming(counted)
        .configured(new FunctionSettings(Map.of("PRIMING_ROUNDS", "once")))
        .beforeCheckpoint(Core.getGlobalContext());
    assertThat(calls).hasValue(1);
  }

  @Test
  void nothingIsRegisteredWithoutASnapshot() {
    priming(counted)
        .registerIn(new FunctionSettings(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand")));
    assertThat(calls).hasValue(0);
  }
}
