package dev.gatehouse.local.sqs.eventsource;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Failed;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Succeeded;
import dev.gatehouse.local.sqs.QueuePlan;
import dev.gatehouse.local.sqs.queues.Md5;
import dev.gatehouse.local.sqs.queues.MessageContent;
import dev.gatehouse.local.sqs.queues.ReceivedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageBatchTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final MessageBatch BATCH = new MessageBatch(List.of(message("a"), message("b")));

  private static ReceivedMessage message(String id) {
    return new ReceivedMessage(
        id, "handle-" + id, new MessageContent("{\"of\":\"" + id + "\"}", Map.of()), NOW, NOW, 1);
  }

  private static String processed(InvocationResult invocation, boolean reports) {
    return String.join(
        "", BATCH.processed(invocation, reports).stream().map(ReceivedMessage::id).toList());
  }

  /** The rules are those of the Lambda Developer Guide, "Reporting batch item failures". */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'batchItemFailures':[]} | ab",
        "{'batchItemFailures':null} | ab",
        "{} | ab",
        "null | ab",
        "{'batchItemFailures':[{'itemIdentifier':'a'}]} | b",
        "{'batchItemFailures':[{'itemIdentifier':'a'},{'itemIdentifier':'b'}]} | ''",
        "{'batchItemFailures':[{'itemIdentifier':''}]} | ''",
        "{'batchItemFailures':[{'itemIdentifier':null}]} | ''",
        "{'batchItemFailures':[{'id':'a'}]} | ''",
        "{'batchItemFailures':[{'itemIdentifier':'c'}]} | ''",
        "{'batchItemFailures':['a']} | ''",
        "'\"done\"' | ''"
      })
  void responseNamesTheFailedMessages(String response, String ids) {
    assertThat(processed(new Succeeded(response.replace('\'', '"')), true)).isEqualTo(ids);
  }

  @Test
  void batchOfAFunctionWithoutReportsSucceedsOrFailsAsAWhole() {
    assertThat(
            processed(new Succeeded("{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"}]}"), false))
        .isEqualTo("ab");
    assertThat(processed(new Failed("no", "{}"), false)).isEmpty();
    assertThat(processed(new Failed("no", "{}"), true)).isEmpty();
  }

  @Test
  void eventHasTheFormatOfLambda() {
    JsonObject record =
        JsonParser.parseString(BATCH.event(QueuePlan.ARN + "waiting"))
            .getAsJsonObject()
            .getAsJsonArray("Records")
            .get(0)
            .getAsJsonObject();
    assertThat(record)
        .isEqualTo(
            JsonParser.parseString(
                """
                {"messageId": "a", "receiptHandle": "handle-a", "body": "{\\"of\\":\\"a\\"}",
                 "attributes": {"ApproximateReceiveCount": "1", "SentTimestamp": "1772366400000",
                   "SenderId": "000000000000", "ApproximateFirstReceiveTimestamp": "1772366400000"},
                 "messageAttributes": {}, "md5OfBody": "%s", "eventSource": "aws:sqs",
                 "eventSourceARN": "arn:aws:sqs:us-east-1:000000000000:waiting", "awsRegion": "us-east-1"}
                """
                    .formatted(Md5.of("{\"of\":\"a\"}"))));
  }
}
