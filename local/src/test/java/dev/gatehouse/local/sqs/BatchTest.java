package dev.gatehouse.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.functions.Invocation;
import dev.gatehouse.local.functions.Invocation.Answered;
import dev.gatehouse.local.functions.Invocation.Failed;
import dev.gatehouse.local.sqs.Queue.Received;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Batch BATCH = new Batch(List.of(message("a"), message("b")));

  private static Received message(String id) {
    return new Received(id, "handle-" + id, "{\"of\":\"" + id + "\"}", NOW, NOW, 1);
  }

  private static String done(Invocation invocation, boolean reports) {
    return String.join("", BATCH.done(invocation, reports).stream().map(Received::id).toList());
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
  void answerSaysWhatIsDone(String answer, String ids) {
    assertThat(done(new Answered(answer.replace('\'', '"')), true)).isEqualTo(ids);
  }

  @Test
  void functionThatDoesNotReportIsDoneWithAllOrNothing() {
    assertThat(done(new Answered("{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"}]}"), false))
        .isEqualTo("ab");
    assertThat(done(new Failed("no", "{}"), false)).isEmpty();
    assertThat(done(new Failed("no", "{}"), true)).isEmpty();
  }

  @Test
  void eventHasTheShapeOfAws() {
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
