package dev.gatehouse.local.sqs.operations;

import static dev.gatehouse.local.sqs.QueuePlan.ARN;
import static dev.gatehouse.local.sqs.QueuePlan.URL;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.sqs.TestSqs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateQueueTest {

  private final TestSqs sqs = new TestSqs();

  private JsonObject create(String attributes) {
    return sqs.execute("CreateQueue", request("more", attributes));
  }

  private static String request(String name, String attributes) {
    return "{\"QueueName\": \"%s\", \"Attributes\": {%s}}"
        .formatted(name, attributes.replace('\'', '"'));
  }

  @Test
  void createdQueueTakesMessages() {
    assertThat(create("'VisibilityTimeout': '5'").toString())
        .isEqualTo("{\"QueueUrl\":\"%smore\"}".formatted(URL));
    assertThat(sqs.attribute("more", "VisibilityTimeout")).isEqualTo("5");
    assertThat(sqs.attribute("more", "QueueArn")).isEqualTo(ARN + "more");
    JsonObject unused =
        sqs.execute(
            "SendMessage", "{\"QueueUrl\": \"%smore\", \"MessageBody\": \"one\"}".formatted(URL));
    assertThat(sqs.receive("more")).hasSize(1);
  }

  @Test
  void queueOfTheSameNameIsReturnedUnlessItsAttributesDiffer() {
    JsonObject first = create("");
    assertThat(create("")).isEqualTo(first);
    assertThat(sqs.call("CreateQueue", request("more", "'DelaySeconds': '1'")).text())
        .contains("com.amazonaws.sqs#QueueNameExists");
  }

  @Test
  void createdQueueMayHaveADeadLetterQueue() {
    JsonObject unused =
        create(
            "'RedrivePolicy': '{\\\"deadLetterTargetArn\\\":\\\"%sdead\\\",\\\"maxReceiveCount\\\":\\\"1\\\"}'"
                    .formatted(ARN)
                + ", 'VisibilityTimeout': '0'");
    JsonObject sent =
        sqs.execute(
            "SendMessage", "{\"QueueUrl\": \"%smore\", \"MessageBody\": \"one\"}".formatted(URL));
    assertThat(sqs.receive("more")).hasSize(1);
    assertThat(sqs.receive("more")).isEmpty();
    assertThat(sqs.receive("dead").getFirst().get("MessageId")).isEqualTo(sent.get("MessageId"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a b | 'DelaySeconds': '1' | InvalidParameterValueException",
        "a.fifo | 'DelaySeconds': '1' | UnsupportedOperation",
        "a | 'FifoQueue': 'true' | UnsupportedOperation",
        "a | 'Color': 'red' | InvalidAttributeName",
        "a | 'VisibilityTimeout': '43201' | InvalidAttributeValue",
        "a | 'MessageRetentionPeriod': 'long' | InvalidAttributeValue",
        "a | 'RedrivePolicy': '{}' | InvalidAttributeValue",
      })
  void invalidQueueIsRefused(String name, String attributes, String type) {
    Response response =
        sqs.call("CreateQueue", request(name, attributes.replace("'{}'", "\"{}\"")));

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text()).contains("#" + type + "\"");
    assertThat(sqs.execute("ListQueues", "{}").getAsJsonArray("QueueUrls")).hasSize(2);
  }
}
