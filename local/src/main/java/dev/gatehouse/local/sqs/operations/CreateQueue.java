package dev.gatehouse.local.sqs.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint.TextMap;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.sqs.queues.QueueAttributes;
import dev.gatehouse.local.sqs.queues.Queues;
import dev.gatehouse.local.sqs.queues.SqsErrors;
import java.util.regex.Pattern;

/** The operation that creates a standard queue, in memory, beside those of the plan. */
record CreateQueue(Queues queues) implements Operation {

  private static final Pattern NAME = Pattern.compile("[\\w-]{1,80}");

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .optional("QueueName", SqsMembers.TEXT)
        .optional("Attributes", new TextMap(false))
        .ignored("tags")
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    String name = SqsMembers.text(request, "QueueName");
    if (name.endsWith(".fifo")) {
      throw SqsErrors.unsupported(name(), "FifoQueue");
    }
    if (!NAME.matcher(name).matches()) {
      throw SqsErrors.invalidParameter(
          "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
    }
    QueueAttributes wanted = GivenAttributes.read(name, request.map("Attributes"));
    QueueAttributes existing = queues.create(wanted).attributes();
    if (!existing.equals(wanted)) {
      throw SqsErrors.queueNameExists();
    }
    return Json.object("QueueUrl", existing.url());
  }
}
