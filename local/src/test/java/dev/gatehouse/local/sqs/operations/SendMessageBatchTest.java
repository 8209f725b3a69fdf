package dev.gatehouse.local.sqs.operations;

import static dev.gatehouse.local.sqs.QueuePlan.URL;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.sqs.TestSqs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendMessageBatchTest {

  private final TestSqs sqs = new TestSqs();

  private static String batch(String entries) {
    return "{\"QueueUrl\": \"%s\", \"Entries\": [%s]}"
        .formatted(URL + "waiting", entries.replace('\'', '"'));
  }

  @Test
  void everyEntryIsSent() {
    JsonObject response =
        sqs.execute(
            "SendMessageBatch",
            batch("{'Id': 'a', 'MessageBody': '1'}, {'Id': 'b', 'MessageBody': '2'}"));

    assertThat(response.getAsJsonArray("Successful")).hasSize(2);
    assertThat(sqs.attribute("waiting", "ApproximateNumberOfMessages")).isEqualTo("2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'Id': 'a', 'MessageBody': '2'} | BatchEntryIdsNotDistinct",
        "{'Id': 'b', 'MessageBody': ''} | MissingRequiredParameterException",
        "{'Id': 'invalid:id', 'MessageBody': '2'} | InvalidBatchEntryId",
        "{'Id': '', 'MessageBody': '2'} | InvalidBatchEntryId",
        "{'Id': 'b'} | MissingRequiredParameterException",
        "{'Id': 'b', 'MessageBody': '2', 'MessageGroupId': 'g'} | UnsupportedOperation"
      })
  void invalidEntryRefusesTheWholeBatch(String entry, String type) {
    Response response =
        sqs.call("SendMessageBatch", batch("{'Id': 'a', 'MessageBody': '1'}, " + entry));

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text()).contains("#" + type + "\"");
    assertThat(sqs.attribute("waiting", "ApproximateNumberOfMessages")).isEqualTo("0");
  }
}
