package dev.gatehouse.local.sqs;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.local.sqs.Queue.Counts;
import dev.gatehouse.local.sqs.QueueSettings.Redrive;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Are the operations on queues as a whole. */
final class QueueQuestions {

  private final Queues queues;

  QueueQuestions(Queues queues) {
    this.queues = queues;
  }

  JsonObject url(Call call) throws SqsError {
    Queue queue =
        queues.named(call.only(Set.of("QueueName", "QueueOwnerAWSAccountId")).text("QueueName"));
    JsonObject answer = new JsonObject();
    answer.addProperty("QueueUrl", queue.settings().url());
    return answer;
  }

  JsonObject list(Call call) throws SqsError {
    call.only(Set.of("QueueNamePrefix"));
    String prefix = call.has("QueueNamePrefix") ? call.text("QueueNamePrefix") : "";
    JsonArray urls = new JsonArray();
    for (Queue queue : queues.all()) {
      if (queue.settings().name().startsWith(prefix)) {
        urls.add(queue.settings().url());
      }
    }
    JsonObject answer = new JsonObject();
    answer.add("QueueUrls", urls);
    return answer;
  }

  JsonObject purge(Call call) throws SqsError {
    queues.at(call.only(Set.of("QueueUrl")).text("QueueUrl")).purge();
    return new JsonObject();
  }

  JsonObject attributes(Call call) throws SqsError {
    Queue queue = queues.at(call.only(Set.of("QueueUrl", "AttributeNames")).text("QueueUrl"));
    Map<String, String> all = attributes(queue);
    JsonObject asked = new JsonObject();
    for (String name : call.texts("AttributeNames")) {
      if (name.equals("All")) {
        all.forEach(asked::addProperty);
      } else if (all.containsKey(name)) {
        asked.addProperty(name, all.get(name));
      } else if (!name.equals("RedrivePolicy")) {
        throw SqsError.noAttribute(name);
      }
    }
    JsonObject answer = new JsonObject();
    if (!asked.isEmpty()) {
      answer.add("Attributes", asked);
    }
    return answer;
  }

  private static Map<String, String> attributes(Queue queue) {
    QueueSettings settings = queue.settings();
    Counts counts = queue.counts();
    Map<String, String> all = new LinkedHashMap<>();
    all.put("QueueArn", settings.arn());
    all.put("ApproximateNumberOfMessages", String.valueOf(counts.visible()));
    all.put("ApproximateNumberOfMessagesNotVisible", String.valueOf(counts.inFlight()));
    all.put("ApproximateNumberOfMessagesDelayed", String.valueOf(counts.delayed()));
    all.put("VisibilityTimeout", String.valueOf(settings.visibility().toSeconds()));
    all.put("MessageRetentionPeriod", String.valueOf(settings.retention().toSeconds()));
    all.put("DelaySeconds", String.valueOf(settings.delay().toSeconds()));
    all.put("ReceiveMessageWaitTimeSeconds", String.valueOf(settings.longPoll().toSeconds()));
    all.put("MaximumMessageSize", String.valueOf(settings.largestMessage()));
    @Nullable Redrive redrive = settings.redrive();
    if (redrive != null) {
      JsonObject policy = new JsonObject();
      policy.addProperty("deadLetterTargetArn", redrive.deadLetterQueueArn());
      policy.addProperty("maxReceiveCount", redrive.times());
      all.put("RedrivePolicy", policy.toString());
    }
    return all;
  }
}
