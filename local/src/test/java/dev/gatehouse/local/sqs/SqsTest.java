package dev.gatehouse.local.sqs;

import static dev.gatehouse.local.sqs.QueuePlan.URL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.http.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqsTest {

  private final TestSqs sqs = new TestSqs();

  @Test
  void errorHasTheBodyAndHeadersOfAws() {
    Response response = sqs.call("SendMessage", "{}");

    assertThat(response.text())
        .isEqualTo(
            "{\"__type\":\"com.amazonaws.sqs#MissingRequiredParameterException\",\"message\":\"The"
                + " request must contain the parameter QueueUrl.\"}");
    assertThat(response.headers())
        .containsEntry("Content-Type", List.of("application/x-amz-json-1.0"))
        .containsEntry(
            "x-amzn-ErrorType", List.of("com.amazonaws.sqs#MissingRequiredParameterException"))
        .containsEntry("x-amzn-query-error", List.of("MissingParameter;Sender"));
  }

  @Test
  void errorNamesTheBoundsOfANumber() {
    String request = "{\"QueueUrl\": \"%s\", \"MaxNumberOfMessages\": 11}";

    assertThat(sqs.call("ReceiveMessage", request.formatted(URL + "waiting")).text())
        .contains(
            "Value 11 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and"
                + " 10, if provided.");
    assertThat(
            sqs.call(
                    "ReceiveMessage",
                    request
                        .formatted(URL + "waiting")
                        .replace("MaxNumberOfMessages", "WaitTimeSeconds")
                        .replace("11", "21"))
                .text())
        .contains(
            "Value 21 for parameter WaitTimeSeconds is invalid. Reason: Must be >= 0 and <= 20, if"
                + " provided.");
    assertThat(
            sqs.call(
                    "SendMessage",
                    "{\"QueueUrl\": \"%s\", \"MessageBody\": \"x\", \"DelaySeconds\": 901}"
                        .formatted(URL + "waiting"))
                .text())
        .contains(
            "Value 901 for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and"
                + " <= 900.");
  }

  @Test
  void emptyBodyIsAMissingParameter() {
    Response response =
        sqs.call(
            "SendMessage",
            "{\"QueueUrl\": \"%s\", \"MessageBody\": \"\"}".formatted(URL + "waiting"));

    assertThat(response.text()).contains("The request must contain the parameter MessageBody.");
    assertThat(response.headers())
        .containsEntry("x-amzn-query-error", List.of("MissingParameter;Sender"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SendMessage | {'QueueUrl': '?nobody', 'MessageBody': 'x'} | QueueDoesNotExist",
        "SendMessage | {'QueueUrl': '?waiting'} | MissingRequiredParameterException",
        "SendMessage | {'QueueUrl': '?waiting', 'MessageBody': ''} |"
            + " MissingRequiredParameterException",
        "SendMessage | {'QueueUrl': '?waiting', 'MessageBody': 'x', 'DelaySeconds': 901} |"
            + " InvalidParameterValueException",
        "SendMessage | {'QueueUrl': '?waiting', 'MessageBody': 'x', 'MessageGroupId': 'g'} |"
            + " UnsupportedOperation",
        "SendMessage | [] | SerializationException",
        "SendMessageBatch | {'QueueUrl': '?waiting', 'Entries': []} | EmptyBatchRequest",
        "ReceiveMessage | {'QueueUrl': '?waiting', 'MaxNumberOfMessages': 11} |"
            + " InvalidParameterValueException",
        "DeleteMessage | {'QueueUrl': '?waiting', 'ReceiptHandle': 'x'} | ReceiptHandleIsInvalid",
        "GetQueueAttributes | {'QueueUrl': '?waiting', 'AttributeNames': ['Color']} |"
            + " InvalidAttributeName",
        "SetQueueAttributes | {'QueueUrl': '?waiting'} | UnknownOperationException"
      })
  void errorHasTheTypeThatAwsReturns(String operation, String body, String type) {
    Response response = sqs.call(operation, body.replace('\'', '"').replace("?", URL));

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text()).contains("#" + type + "\"");
  }
}
