package dev.gatehouse.local.sqs.eventsource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.plan.PlanResources;
import dev.gatehouse.local.sqs.QueuePlan;
import dev.gatehouse.local.sqs.Sqs;
import dev.gatehouse.local.state.StateStore;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventSourceMappingTest {
  private static final String MAPPING = "aws:lambda/eventSourceMapping:EventSourceMapping";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'fifoQueue': true} | sets fifoQueue, which the local emulator does not support",
        "{'redrivePolicy': '{}'} | has a redrivePolicy that is not {deadLetterTargetArn,"
            + " maxReceiveCount}: {}",
        "{'redriveAllowPolicy': 'x'} | sets redriveAllowPolicy, which the local emulator does not"
            + " support"
      })
  void unsupportedQueueIsRefusedByName(String inputs, String reason) {
    assertThatThrownBy(
            () ->
                Sqs.of(
                    QueuePlan.plan(inputs.replace('\'', '"'), ""),
                    Clock.systemUTC(),
                    StateStore.none()))
        .isInstanceOf(PlanInvalid.class)
        .hasMessage("aws:sqs/queue:Queue \"waiting\" " + reason);
  }

  @Test
  void undeclaredDeadLetterQueueIsRefused() {
    assertThatThrownBy(
            () ->
                Sqs.of(
                    PlanResources.plan(List.of(QueuePlan.queue("waiting", QueuePlan.REDRIVE))),
                    Clock.systemUTC(),
                    StateStore.none()))
        .isInstanceOf(PlanInvalid.class)
        .hasMessageContaining("has the dead-letter queue arn:aws:sqs:us-east-1:000000000000:dead");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "`filterCriteria`: {`filters`: [{`pattern`: `x`}]} | sets filterCriteria, which the local"
            + " emulator does not support",
        "`maximumBatchingWindowInSeconds`: 5 | sets maximumBatchingWindowInSeconds, which the local"
            + " emulator does not support",
        "`scalingConfig`: {`maximumConcurrency`: 1} | has a maximumConcurrency of 1, not 2 to 1000",
        "`batchSize`: 11 | has a batchSize of 11, not 1 to 10",
        "`functionResponseTypes`: [`Other`] | has the unknown function response type Other"
      })
  void unsupportedMappingIsRefusedByName(String inputs, String reason) {
    assertThatThrownBy(
            () ->
                Sqs.of(
                    QueuePlan.plan("{}", ", " + inputs.replace('`', '"')),
                    Clock.systemUTC(),
                    StateStore.none()))
        .isInstanceOf(PlanInvalid.class)
        .hasMessage(MAPPING + " \"drain\" " + reason);
  }

  @Test
  void visibilityTimeoutBelowTheFunctionTimeoutIsRefusedAsByAws() {
    assertThatThrownBy(
            () ->
                Sqs.of(
                    QueuePlan.plan("{\"visibilityTimeoutSeconds\": 9}", ""),
                    Clock.systemUTC(),
                    StateStore.none()))
        .hasMessageEndingWith(
            "Queue visibility timeout: 9 seconds is less than Function timeout: 10 seconds");
  }

  @Test
  void undeclaredFunctionIsRefused() {
    assertThatThrownBy(
            () ->
                Sqs.of(
                    PlanResources.plan(
                        List.of(QueuePlan.queue("waiting", "{}"), QueuePlan.mapping(""))),
                    Clock.systemUTC(),
                    StateStore.none()))
        .hasMessageContaining("which the plan does not declare");
  }
}
