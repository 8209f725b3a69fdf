package dev.gatehouse.local.sqs.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.sqs.queues.Queue;
import dev.gatehouse.local.sqs.queues.Queue.MessageCounts;
import dev.gatehouse.local.sqs.queues.QueueAttributes;
import dev.gatehouse.local.sqs.queues.Queues;
import dev.gatehouse.local.sqs.queues.RedrivePolicy;
import dev.gatehouse.local.sqs.queues.SqsErrors;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operation that returns attributes of a queue by name, or all of them. */
record GetQueueAttributes(Queues queues) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .optional("QueueUrl", SqsMembers.TEXT)
        .optional("AttributeNames", SqsMembers.TEXTS)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    Map<String, String> all = attributes(queues.withUrl(SqsMembers.text(request, "QueueUrl")));
    JsonObject selected = new JsonObject();
    for (String name : request.texts("AttributeNames")) {
      if (name.equals("All")) {
        all.forEach(selected::addProperty);
      } else if (all.containsKey(name)) {
        selected.addProperty(name, all.get(name));
      } else if (!name.equals("RedrivePolicy")) {
        throw SqsErrors.invalidAttributeName(name);
      }
    }
    return selected.isEmpty() ? selected : Json.object("Attributes", selected);
  }

  private static Map<String, String> attributes(Queue queue) {
    QueueAttributes set = queue.attributes();
    MessageCounts counts = queue.counts();
    Map<String, String> all = new LinkedHashMap<>();
    all.put("QueueArn", set.arn());
    all.put("ApproximateNumberOfMessages", String.valueOf(counts.visible()));
    all.put("ApproximateNumberOfMessagesNotVisible", String.valueOf(counts.inFlight()));
    all.put("ApproximateNumberOfMessagesDelayed", String.valueOf(counts.delayed()));
    all.put("VisibilityTimeout", String.valueOf(set.visibilityTimeout().toSeconds()));
    all.put("MessageRetentionPeriod", String.valueOf(set.messageRetentionPeriod().toSeconds()));
    all.put("DelaySeconds", String.valueOf(set.delay().toSeconds()));
    all.put("ReceiveMessageWaitTimeSeconds", String.valueOf(set.receiveWaitTime().toSeconds()));
    all.put("MaximumMessageSize", String.valueOf(set.maximumMessageSize()));
    @Nullable RedrivePolicy redrivePolicy = set.redrivePolicy();
    if (redrivePolicy != null) {
      all.put("RedrivePolicy", redrivePolicy.json());
    }
    return all;
  }
}
