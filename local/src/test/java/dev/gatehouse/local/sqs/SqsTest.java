package dev.gatehouse.local.sqs;

import static dev.gatehouse.local.sqs.QueuePlan.URL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.TestClock;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqsTest {
  private final TestClock clock = new TestClock();
  private final Sqs sqs = Sqs.of(QueuePlan.plan(QueuePlan.REDRIVE, ""), clock);

  private Response call(String operation, String body) {
    return sqs.answer(
        new Request(
            "POST",
            "/",
            Map.of(),
            Map.of("X-Amz-Target", List.of("AmazonSQS." + operation)),
            "127.0.0.1",
            body.getBytes(UTF_8)));
  }

  private JsonObject answer(String operation, String body) {
    Response response = call(operation, body);
    assertThat(response.status()).as(response.text()).isEqualTo(200);
    return JsonParser.parseString(response.text()).getAsJsonObject();
  }

  private JsonObject send(String body) {
    JsonObject request = new JsonObject();
    request.addProperty("QueueUrl", URL + "waiting");
    request.addProperty("MessageBody", body);
    return answer("SendMessage", request.toString());
  }

  private List<JsonObject> received(String queue) {
    JsonObject answer =
        answer(
            "ReceiveMessage",
            "{\"QueueUrl\": \"%s\", \"MaxNumberOfMessages\": 10, \"AttributeNames\": [\"All\"]}"
                .formatted(URL + queue));
    return answer.has("Messages")
        ? answer.getAsJsonArray("Messages").asList().stream()
            .map(JsonElement::getAsJsonObject)
            .toList()
        : List.of();
  }

  private String attribute(String queue, String name) {
    return answer(
            "GetQueueAttributes",
            "{\"QueueUrl\": \"%s\", \"AttributeNames\": [\"%s\"]}".formatted(URL + queue, name))
        .getAsJsonObject("Attributes")
        .get(name)
        .getAsString();
  }

  @Test
  void messageComesBackAsItWasSent() {
    JsonObject sent = send("h\u00e9llo \"you\"");
    JsonObject message = received("waiting").getFirst();

    assertThat(message.get("Body").getAsString()).isEqualTo("h\u00e9llo \"you\"");
    assertThat(message.get("MessageId")).isEqualTo(sent.get("MessageId"));
    assertThat(message.get("MD5OfBody")).isEqualTo(sent.get("MD5OfMessageBody"));
    assertThat(message.getAsJsonObject("Attributes").get("ApproximateReceiveCount").getAsString())
        .isEqualTo("1");
  }

  @Test
  void sumOfTheBodyIsTheOneOfAws() {
    // From the SQS developer guide: the MD5 of "This is a test message".
    assertThat(send("This is a test message").get("MD5OfMessageBody").getAsString())
        .isEqualTo("fafb00f5732ab283681e124bf8747ed1");
  }

  @Test
  void receivedMessageIsHiddenUntilItsTimeIsOver() {
    send("one");
    assertThat(received("waiting")).hasSize(1);
    assertThat(received("waiting")).isEmpty();
    assertThat(attribute("waiting", "ApproximateNumberOfMessagesNotVisible")).isEqualTo("1");
    clock.pass(Duration.ofSeconds(60));
    assertThat(received("waiting")).hasSize(1);
  }

  @Test
  void messageThatIsReceivedTooOftenIsLaidAside() {
    JsonObject sent = send("one");
    for (int i = 0; i < 2; i++) {
      assertThat(received("waiting")).hasSize(1);
      clock.pass(Duration.ofSeconds(60));
    }
    assertThat(received("waiting")).isEmpty();
    assertThat(attribute("waiting", "ApproximateNumberOfMessages")).isEqualTo("0");
    assertThat(received("dead").getFirst().get("MessageId")).isEqualTo(sent.get("MessageId"));
  }

  @Test
  void deletedMessageIsGoneAndAnOldHandleDeletesNothing() {
    send("one");
    String old = received("waiting").getFirst().get("ReceiptHandle").getAsString();
    clock.pass(Duration.ofSeconds(60));
    String current = received("waiting").getFirst().get("ReceiptHandle").getAsString();

    delete(old);
    assertThat(attribute("waiting", "ApproximateNumberOfMessagesNotVisible")).isEqualTo("1");
    delete(current);
    assertThat(attribute("waiting", "ApproximateNumberOfMessagesNotVisible")).isEqualTo("0");
  }

  private void delete(String handle) {
    answer(
        "DeleteMessage",
        "{\"QueueUrl\": \"%s\", \"ReceiptHandle\": \"%s\"}".formatted(URL + "waiting", handle));
  }

  @Test
  void delayedMessageWaits() {
    answer(
        "SendMessage",
        "{\"QueueUrl\": \"%s\", \"MessageBody\": \"later\", \"DelaySeconds\": 5}"
            .formatted(URL + "waiting"));
    assertThat(received("waiting")).isEmpty();
    assertThat(attribute("waiting", "ApproximateNumberOfMessagesDelayed")).isEqualTo("1");
    clock.pass(Duration.ofSeconds(5));
    assertThat(received("waiting")).hasSize(1);
  }

  @Test
  void messageThatIsOlderThanTheQueueKeepsItIsGone() {
    send("one");
    clock.pass(Duration.ofDays(4).plusSeconds(1));
    assertThat(received("waiting")).isEmpty();
    assertThat(attribute("waiting", "ApproximateNumberOfMessages")).isEqualTo("0");
  }

  @Test
  void batchIsSentWholeAndPurgedWhole() {
    JsonObject answer =
        answer(
            "SendMessageBatch",
            """
            {"QueueUrl": "%s", "Entries": [{"Id": "a", "MessageBody": "1"}, {"Id": "b", "MessageBody": "2"}]}
            """
                .formatted(URL + "waiting"));
    assertThat(answer.getAsJsonArray("Successful")).hasSize(2);
    assertThat(attribute("waiting", "ApproximateNumberOfMessages")).isEqualTo("2");
    answer("PurgeQueue", "{\"QueueUrl\": \"%s\"}".formatted(URL + "waiting"));
    assertThat(received("waiting")).isEmpty();
  }

  @Test
  void queueIsFoundByItsNameAndByItsUrlOnAnyHost() {
    assertThat(answer("GetQueueUrl", "{\"QueueName\": \"waiting\"}").get("QueueUrl").getAsString())
        .isEqualTo(URL + "waiting");
    assertThat(answer("ListQueues", "{}").getAsJsonArray("QueueUrls")).hasSize(2);
    assertThat(
            call("PurgeQueue", "{\"QueueUrl\": \"http://localhost:4566/000000000000/waiting\"}")
                .status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SendMessage | {'QueueUrl': '?nobody', 'MessageBody': 'x'} | QueueDoesNotExist",
        "SendMessage | {'QueueUrl': '?waiting'} | MissingRequiredParameterException",
        "SendMessage | {'QueueUrl': '?waiting', 'MessageBody': ''} |"
            + " InvalidParameterValueException",
        "SendMessage | {'QueueUrl': '?waiting', 'MessageBody': 'x', 'DelaySeconds': 901} |"
            + " InvalidParameterValueException",
        "SendMessage | {'QueueUrl': '?waiting', 'MessageBody': 'x', 'MessageGroupId': 'g'} |"
            + " UnsupportedOperation",
        "SendMessage | [] | SerializationException",
        "SendMessageBatch | {'QueueUrl': '?waiting', 'Entries': []} | EmptyBatchRequest",
        "ReceiveMessage | {'QueueUrl': '?waiting', 'MaxNumberOfMessages': 11} |"
            + " InvalidParameterValueException",
        "DeleteMessage | {'QueueUrl': '?waiting', 'ReceiptHandle': 'x'} | ReceiptHandleIsInvalid",
        "GetQueueAttributes | {'QueueUrl': '?waiting', 'AttributeNames': ['Colour']} |"
            + " InvalidAttributeName",
        "CreateQueue | {'QueueName': 'more'} | UnknownOperationException"
      })
  void refusalHasTheTypeOfAws(String operation, String body, String type) {
    Response response = call(operation, body.replace('\'', '"').replace("?", URL));

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text()).contains("#" + type + "\"");
  }
}
