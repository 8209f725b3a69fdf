package dev.gatehouse.triggers.deferredusers;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.google.gson.JsonObject;
import dev.gatehouse.lambda.json.EventJson;
import dev.gatehouse.lambda.testing.EventMutations;
import dev.gatehouse.lambda.testing.Events;
import dev.gatehouse.lambda.testing.LambdaJson;
import dev.gatehouse.lambda.testing.RoundTrip;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeferredUsersEventJsonTest {
  @Test
  void messageIsReadAsByLambdasOwnSerializer() {
    JsonObject event = Events.event("deferred-users/one-row");
    SQSMessage ours = RoundTrip.read(event, SQSEvent.class).getRecords().getFirst();
    SQSMessage lambdas = LambdaJson.read(event, SQSEvent.class).getRecords().getFirst();
    assertThat(ours.getMessageId()).isNotNull().isEqualTo(lambdas.getMessageId());
    assertThat(ours.getBody()).isNotNull().isEqualTo(lambdas.getBody());
  }

  /** A body of any length or type, of which Lambda's own serializer makes a text, is that text. */
  @Test
  void changedMessageIsReadAsByLambdasOwnSerializer() {
    List<String> different = new ArrayList<>();
    EventMutations.of(Events.event("deferred-users/one-row"))
        .forEach(
            (change, event) -> {
              String lambdas = idAndBody(() -> LambdaJson.read(event, SQSEvent.class));
              String ours = idAndBody(() -> RoundTrip.read(event, SQSEvent.class));
              if (!lambdas.equals("refused") && !ours.equals(lambdas)) {
                different.add(change);
              }
            });
    assertThat(different).isEmpty();
  }

  /** A name that occurs twice, the wrong case, and a text that no reader of short texts takes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Records': [{'messageId': 'a', 'body': '1', 'body': '2'}]}",
        "{'Records': [], 'Records': [{'messageId': 'a', 'body': '1'}]}",
        "{'records': [{'messageId': 'a', 'body': '1'}]}",
        "{'Records': [{'messageId': 'a', 'Body': '1', 'eventSourceARN': 'b', 'eventSourceArn':"
            + " 'c'}]}",
        "{'Records': [{'messageId': 'a', 'attributes': {'a': 1, 'b': null}, 'body': 'LONG'}]}",
        "{'Records': [{'messageId': 'a', 'body': 5, 'body': 'LONG'}]}"
      })
  void oddEventIsReadAsByLambdasOwnSerializer(String event) {
    String json = event.replace('\'', '"').replace("LONG", "x".repeat(60_000));
    assertThat(idAndBody(() -> new EventJson().fromJson(json, SQSEvent.class)))
        .isEqualTo(idAndBody(() -> LambdaJson.read(json, SQSEvent.class)));
  }

  private static String idAndBody(Supplier<SQSEvent> read) {
    try {
      @Nullable List<SQSMessage> messages = read.get().getRecords();
      return messages == null
          ? "none"
          : messages.stream()
              .map(it -> it == null ? "null" : it.getMessageId() + " " + it.getBody())
              .toList()
              .toString();
    } catch (RuntimeException refused) {
      return "refused";
    }
  }

  @Test
  void failedMessagesAreWrittenAsByLambdasOwnSerializer() {
    SQSBatchResponse response = new SQSBatchResponse(List.of(new BatchItemFailure("one")));
    assertThat(RoundTrip.written(response, SQSBatchResponse.class))
        .isEqualTo(LambdaJson.written(response));
  }
}
