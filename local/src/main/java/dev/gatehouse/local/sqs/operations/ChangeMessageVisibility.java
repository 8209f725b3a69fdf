package dev.gatehouse.local.sqs.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.sqs.queues.Queue;
import dev.gatehouse.local.sqs.queues.Queues;
import dev.gatehouse.local.sqs.queues.SqsErrors;
import java.time.Duration;

/** The operation that changes how long a received message stays hidden, counted from now. */
record ChangeMessageVisibility(Queues queues) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .optional("QueueUrl", SqsMembers.TEXT)
        .optional("ReceiptHandle", SqsMembers.TEXT)
        .optional("VisibilityTimeout", SqsMembers.NUMBER)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    change(queues.withUrl(SqsMembers.text(request, "QueueUrl")), request);
    return new JsonObject();
  }

  /** Changes the message of a request or of an entry of a batch. */
  static void change(Queue queue, AwsRequest request) {
    String receiptHandle = SqsMembers.receiptHandle(request);
    if (request.number("VisibilityTimeout").isEmpty()) {
      throw SqsErrors.missingParameter("VisibilityTimeout");
    }
    int timeout = SqsMembers.number(request, "VisibilityTimeout", 0, SqsMembers.VISIBILITY_TIMEOUT);
    if (!queue.changeVisibility(receiptHandle, Duration.ofSeconds(timeout))) {
      throw SqsErrors.invalidParameter(
          "Value %s for parameter ReceiptHandle is invalid. Reason: Message does not exist or is not available for visibility timeout change."
              .formatted(receiptHandle));
    }
  }
}
