package dev.gatehouse.local.sqs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.local.plan.Declared;
import dev.gatehouse.local.plan.PlanInvalid;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventSourceTest {
  private static final String MAPPING = "aws:lambda/eventSourceMapping:EventSourceMapping";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'fifoQueue': true} | sets fifoQueue, which cannot be had on one machine",
        "{'redrivePolicy': '{}'} | has a redrivePolicy that is not {deadLetterTargetArn,"
            + " maxReceiveCount}: {}",
        "{'redriveAllowPolicy': 'x'} | sets redriveAllowPolicy, which cannot be had on one machine"
      })
  void queueThatCannotBeHadIsRefusedByName(String inputs, String why) {
    assertThatThrownBy(
            () -> Sqs.of(QueuePlan.plan(inputs.replace('\'', '"'), ""), Clock.systemUTC()))
        .isInstanceOf(PlanInvalid.class)
        .hasMessage("aws:sqs/queue:Queue \"waiting\" " + why);
  }

  @Test
  void queueThatLaysAsideIntoNowhereIsRefused() {
    assertThatThrownBy(() ->
            Sqs.of(
                Declared.plan(List.of(QueuePlan.queue("waiting", QueuePlan.REDRIVE))),
                Clock.systemUTC()))
        .isInstanceOf(PlanInvalid.class)
        .hasMessageContaining("lays aside into arn:aws:sqs:us-east-1:000000000000:dead");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "`filterCriteria`: {`filters`: []} | sets filterCriteria, which cannot be had on one"
            + " machine",
        "`maximumBatchingWindowInSeconds`: 5 | sets maximumBatchingWindowInSeconds, which cannot be"
            + " had on one machine",
        "`batchSize`: 11 | has a batchSize of 11, not 1 to 10",
        "`functionResponseTypes`: [`Other`] | asks for the response type Other"
      })
  void mappingThatCannotBeHadIsRefusedByName(String inputs, String why) {
    assertThatThrownBy(
            () -> Sqs.of(QueuePlan.plan("{}", ", " + inputs.replace('`', '"')), Clock.systemUTC()))
        .isInstanceOf(PlanInvalid.class)
        .hasMessage(MAPPING + " \"drain\" " + why);
  }

  @Test
  void messageThatIsShownAgainBeforeTheFunctionEndsIsRefusedAsByAws() {
    assertThatThrownBy(() ->
            Sqs.of(QueuePlan.plan("{\"visibilityTimeoutSeconds\": 9}", ""), Clock.systemUTC()))
        .hasMessageEndingWith(
            "Queue visibility timeout: 9 seconds is less than Function timeout: 10 seconds");
  }

  @Test
  void functionThatIsNotThereIsRefused() {
    assertThatThrownBy(() ->
            Sqs.of(
                Declared.plan(List.of(QueuePlan.queue("waiting", "{}"), QueuePlan.mapping(""))),
                Clock.systemUTC()))
        .hasMessageContaining("which the plan does not declare");
  }
}
