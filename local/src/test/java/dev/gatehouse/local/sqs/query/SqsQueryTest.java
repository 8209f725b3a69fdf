package dev.gatehouse.local.sqs.query;

import static dev.gatehouse.local.sqs.QueuePlan.URL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.sqs.TestSqs;
import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqsQueryTest {

  private final TestSqs sqs = new TestSqs();

  private String call(String path, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return sqs.form(path, form + "&Version=2012-11-05").text();
  }

  @Test
  void queueIsCreatedWithAttributes() {
    assertThat(
            call(
                "/",
                Map.of(
                    "Action", "CreateQueue",
                    "QueueName", "more",
                    "Attribute.1.Name", "VisibilityTimeout",
                    "Attribute.1.Value", "5")))
        .startsWith(
            "<CreateQueueResponse xmlns=\"http://queue.amazonaws.com/doc/2012-11-05/\">"
                + "<CreateQueueResult><QueueUrl>%smore</QueueUrl></CreateQueueResult>"
                    .formatted(URL));
    assertThat(
            call(
                "/000000000000/more",
                Map.of("Action", "GetQueueAttributes", "AttributeName.1", "VisibilityTimeout")))
        .contains("<Attribute><Name>VisibilityTimeout</Name><Value>5</Value></Attribute>");
  }

  @Test
  void messageIsSentToTheUrlOfTheQueueAndReceived() {
    String sent =
        call(
            "/000000000000/dead",
            Map.of(
                "Action", "SendMessage",
                "MessageBody", "a < b",
                "MessageAttribute.1.Name", "kind",
                "MessageAttribute.1.Value.DataType", "String",
                "MessageAttribute.1.Value.StringValue", "row"));
    assertThat(sent).contains("<MessageId>", "<MD5OfMessageBody>", "<MD5OfMessageAttributes>");

    assertThat(
            call(
                "/",
                Map.of(
                    "Action", "ReceiveMessage",
                    "QueueUrl", URL + "dead",
                    "MaxNumberOfMessages", "10",
                    "AttributeName.1", "ApproximateReceiveCount",
                    "MessageAttributeName.1", "All")))
        .contains(
            "<Body>a &lt; b</Body>",
            "<Attribute><Name>ApproximateReceiveCount</Name><Value>1</Value></Attribute>",
            "<MessageAttribute><Name>kind</Name><Value><StringValue>row</StringValue>"
                + "<DataType>String</DataType></Value></MessageAttribute>");
  }

  @Test
  void batchHasAnElementForEachEntry() {
    assertThat(
            call(
                "/000000000000/dead",
                Map.of(
                    "Action", "SendMessageBatch",
                    "SendMessageBatchRequestEntry.1.Id", "a",
                    "SendMessageBatchRequestEntry.1.MessageBody", "1",
                    "SendMessageBatchRequestEntry.2.Id", "b",
                    "SendMessageBatchRequestEntry.2.MessageBody", "2",
                    "SendMessageBatchRequestEntry.2.DelaySeconds", "5")))
        .containsSubsequence(
            "<SendMessageBatchResultEntry>",
            "<Id>a</Id>",
            "<SendMessageBatchResultEntry>",
            "<Id>b</Id>");
    assertThat(sqs.attribute("dead", "ApproximateNumberOfMessagesDelayed")).isEqualTo("1");
  }

  @Test
  void everyQueueIsListed() {
    assertThat(call("/", Map.of("Action", "ListQueues")))
        .contains("<QueueUrl>%sdead</QueueUrl><QueueUrl>%swaiting</QueueUrl>".formatted(URL, URL));
  }

  @ParameterizedTest
  @CsvSource({
    "GetQueueUrl, QueueName, nobody, AWS.SimpleQueueService.NonExistentQueue",
    "SendMessage, MessageBody, x, MissingParameter",
    "ReceiveMessage, MaxNumberOfMessages, many, InvalidParameterValue",
    "AddPermission, Label, x, UnknownOperationException",
  })
  void errorHasTheCodeOfTheQueryProtocol(String action, String name, String value, String code) {
    Response response =
        sqs.form("/", "Action=" + action + "&" + name + "=" + value + "&Version=2012-11-05");

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text())
        .contains("<Error><Type>Sender</Type><Code>" + code + "</Code><Message>");
  }
}
