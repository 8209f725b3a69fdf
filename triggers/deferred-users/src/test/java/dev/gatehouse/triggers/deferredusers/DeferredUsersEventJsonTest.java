package dev.gatehouse.triggers.deferredusers;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.google.gson.JsonObject;
import dev.gatehouse.lambda.testing.Events;
import dev.gatehouse.lambda.testing.LambdaJson;
import dev.gatehouse.lambda.testing.RoundTrip;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeferredUsersEventJsonTest {
  @Test
  void messageIsReadAsByLambdasOwnSerializer() {
    JsonObject event = Events.event("deferred-users/one-row");
    SQSMessage ours = RoundTrip.read(event, SQSEvent.class).getRecords().getFirst();
    SQSMessage lambdas = LambdaJson.read(event, SQSEvent.class).getRecords().getFirst();
    assertThat(ours.getMessageId()).isNotNull().isEqualTo(lambdas.getMessageId());
    assertThat(ours.getBody()).isNotNull().isEqualTo(lambdas.getBody());
  }

  @Test
  void failedMessagesAreWrittenAsByLambdasOwnSerializer() {
    SQSBatchResponse response = new SQSBatchResponse(List.of(new BatchItemFailure("one")));
    assertThat(RoundTrip.written(response, SQSBatchResponse.class))
        .isEqualTo(LambdaJson.written(response));
  }
}
