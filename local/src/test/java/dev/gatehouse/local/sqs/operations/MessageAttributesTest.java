package dev.gatehouse.local.sqs.operations;

import static dev.gatehouse.local.sqs.QueuePlan.URL;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.sqs.TestSqs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageAttributesTest {

  private static final String ATTRIBUTES =
      """
      {"kind": {"DataType": "String", "StringValue": "row"},
       "size": {"DataType": "Number.int", "StringValue": "42"},
       "key": {"DataType": "Binary", "BinaryValue": "aGk="}}
      """;

  private final TestSqs sqs = new TestSqs();

  private static String message(String attributes) {
    return "{\"QueueUrl\": \"%s\", \"MessageBody\": \"x\", \"MessageAttributes\": %s}"
        .formatted(URL + "dead", attributes);
  }

  private JsonObject receive(String names) {
    return sqs.execute(
            "ReceiveMessage",
            "{\"QueueUrl\": \"%s\", \"VisibilityTimeout\": 0, \"MessageAttributeNames\": [%s]}"
                .formatted(URL + "dead", names))
        .getAsJsonArray("Messages")
        .get(0)
        .getAsJsonObject();
  }

  @Test
  void attributesAreReceivedAsSent() {
    JsonObject sent = sqs.execute("SendMessage", message(ATTRIBUTES));

    JsonObject all = receive("\"All\"");

    assertThat(all.get("MessageAttributes")).isEqualTo(JsonParser.parseString(ATTRIBUTES));
    assertThat(all.get("MD5OfMessageAttributes")).isEqualTo(sent.get("MD5OfMessageAttributes"));
  }

  @Test
  void receiverSelectsAttributesByNameOrPrefix() {
    JsonObject unused = sqs.execute("SendMessage", message(ATTRIBUTES));

    assertThat(receive("\"k.*\"").getAsJsonObject("MessageAttributes").keySet())
        .containsExactly("kind", "key");
    assertThat(receive("\"size\"").getAsJsonObject("MessageAttributes").keySet())
        .containsExactly("size");
    assertThat(receive("").has("MessageAttributes")).isFalse();
  }

  @Test
  void digestIsTheOneThatSdksCompute() {
    // From botocore's validation of a message with this attribute.
    JsonObject sent =
        sqs.execute(
            "SendMessage",
            message(
                "{\"timestamp\": {\"DataType\": \"Number\", \"StringValue\": \"1493147359900\"}}"));

    assertThat(sent.get("MD5OfMessageAttributes").getAsString())
        .isEqualTo("235c5c510d26fb653d073faed50ae77c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'a b': {'DataType': 'String', 'StringValue': 'x'}}",
        "{'aws.a': {'DataType': 'String', 'StringValue': 'x'}}",
        "{'a': {'DataType': 'Text', 'StringValue': 'x'}}",
        "{'a': {'DataType': 'String'}}",
        "{'a': {'DataType': 'String', 'StringValue': ''}}",
        "{'a': {'DataType': 'Number', 'StringValue': 'x'}}",
        "{'a': {'DataType': 'Binary', 'StringValue': 'x'}}",
        "{'a': {'DataType': 'Binary', 'BinaryValue': '?'}}",
      })
  void invalidAttributeIsRefused(String attributes) {
    assertThat(sqs.call("SendMessage", message(attributes.replace('\'', '"'))).text())
        .contains("InvalidParameterValueException");
    assertThat(sqs.attribute("dead", "ApproximateNumberOfMessages")).isEqualTo("0");
  }
}
