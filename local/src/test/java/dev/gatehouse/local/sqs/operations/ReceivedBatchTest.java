package dev.gatehouse.local.sqs.operations;

import static dev.gatehouse.local.sqs.QueuePlan.URL;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.local.sqs.TestSqs;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Batches of received messages: DeleteMessageBatch and ChangeMessageVisibilityBatch. */
class ReceivedBatchTest {

  private final TestSqs sqs = new TestSqs();

  private static String request(String members) {
    return "{'QueueUrl': '%s', %s}".formatted(URL + "waiting", members).replace('\'', '"');
  }

  private List<String> receiveTwo() {
    sqs.execute(
        "SendMessageBatch",
        request("'Entries': [{'Id': 'a', 'MessageBody': '1'}, {'Id': 'b', 'MessageBody': '2'}]"));
    return receive();
  }

  private List<String> receive() {
    JsonObject received = sqs.execute("ReceiveMessage", request("'MaxNumberOfMessages': 10"));
    return received.has("Messages")
        ? StreamSupport.stream(received.getAsJsonArray("Messages").spliterator(), false)
            .map(JsonElement::getAsJsonObject)
            .map(message -> message.get("ReceiptHandle").getAsString())
            .toList()
        : List.of();
  }

  @Test
  void eachMessageIsDeletedOrFailsByItself() {
    List<String> handles = receiveTwo();

    JsonObject result =
        sqs.execute(
            "DeleteMessageBatch",
            request(
                "'Entries': [{'Id': 'a', 'ReceiptHandle': '%s'}, {'Id': 'b', 'ReceiptHandle': 'x'}]"
                    .formatted(handles.getFirst())));

    assertThat(result.get("Successful").toString()).isEqualTo("[{\"Id\":\"a\"}]");
    assertThat(result.get("Failed").toString())
        .contains("\"Id\":\"b\"", "\"SenderFault\":true", "\"Code\":\"ReceiptHandleIsInvalid\"");
    assertThat(sqs.attribute("waiting", "ApproximateNumberOfMessagesNotVisible")).isEqualTo("1");
  }

  @Test
  void messagesAreVisibleAgainAtOnce() {
    List<String> handles = receiveTwo();
    assertThat(receive()).isEmpty();

    JsonObject result =
        sqs.execute(
            "ChangeMessageVisibilityBatch",
            request(
                "'Entries': [{'Id': 'a', 'ReceiptHandle': '%s', 'VisibilityTimeout': 0},"
                        .formatted(handles.getFirst())
                    + "{'Id': 'b', 'ReceiptHandle': '%s', 'VisibilityTimeout': 0}]"
                        .formatted(UUID.randomUUID())));

    assertThat(result.get("Successful").toString()).isEqualTo("[{\"Id\":\"a\"}]");
    assertThat(result.get("Failed").toString()).contains("\"Code\":\"InvalidParameterValue\"");
    assertThat(receive()).hasSize(1);
  }

  @Test
  void queryProtocolNamesTheEntriesAfterTheAction() {
    String handle = receiveTwo().getFirst();
    String xml =
        sqs.form(
                "/000000000000/waiting",
                "Action=DeleteMessageBatch&Version=2012-11-05"
                    + "&DeleteMessageBatchRequestEntry.1.Id=a"
                    + "&DeleteMessageBatchRequestEntry.1.ReceiptHandle="
                    + handle)
            .text();
    assertThat(xml)
        .contains("<DeleteMessageBatchResultEntry><Id>a</Id></DeleteMessageBatchResultEntry>");
  }

  @Test
  void emptyBatchIsRefused() {
    assertThat(sqs.call("DeleteMessageBatch", request("'Entries': []")).text())
        .contains("#EmptyBatchRequest", "DeleteMessageBatchRequestEntry");
  }
}
