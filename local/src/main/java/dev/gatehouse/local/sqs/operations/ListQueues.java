package dev.gatehouse.local.sqs.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.sqs.queues.Queue;
import dev.gatehouse.local.sqs.queues.QueueAttributes;
import dev.gatehouse.local.sqs.queues.Queues;
import java.util.List;

/**
 * The operation that lists the URLs of the queues, all of them or those whose name has a prefix.
 */
record ListQueues(Queues queues) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder().optional("QueueNamePrefix", SqsMembers.TEXT).build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    String prefix = request.optional("QueueNamePrefix").orElse("");
    List<String> urls =
        queues.all().stream()
            .map(Queue::attributes)
            .filter(queue -> queue.name().startsWith(prefix))
            .map(QueueAttributes::url)
            .toList();
    return Json.object("QueueUrls", Json.array(urls));
  }
}
