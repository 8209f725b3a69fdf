package dev.gatehouse.integrationtests.aws;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.integrationtests.project.Repository;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queue of deferred users as the plan declares it, with its dead-letter queue. */
final class PlannedQueue implements AutoCloseable {
  private static final int BATCH = 5;

  private final SqsClient sqs;
  private final String url;
  private final String deadLetters;

  private PlannedQueue(SqsClient sqs, String url, String deadLetters) {
    this.sqs = sqs;
    this.url = url;
    this.deadLetters = deadLetters;
  }

  /** Creates both queues under names of their own. */
  static PlannedQueue create(AwsEmulator emulator) {
    SqsClient sqs = emulator.client(SqsClient.builder());
    String name = "gatehouse-" + UUID.randomUUID();
    String deadLetters =
        create(sqs, name + "-dead-letters", attributes(planned("deferred-users-dead-letters")));
    Resource queue = planned("deferred-users");
    Map<QueueAttributeName, String> attributes = attributes(queue);
    JsonObject redrive = JsonParser.parseString(queue.input("redrivePolicy")).getAsJsonObject();
    redrive.addProperty("deadLetterTargetArn", arn(sqs, deadLetters));
    attributes.put(QueueAttributeName.REDRIVE_POLICY, redrive.toString());
    return new PlannedQueue(sqs, create(sqs, name, attributes), deadLetters);
  }

  private static Resource planned(String name) {
    return Plan.read(Repository.plan()).ofType("aws:sqs/queue:Queue").stream()
        .filter(queue -> queue.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Map<QueueAttributeName, String> attributes(Resource planned) {
    Map<QueueAttributeName, String> attributes = new HashMap<>();
    planned
        .wholeInput("messageRetentionSeconds")
        .ifPresent(
            seconds ->
                attributes.put(
                    QueueAttributeName.MESSAGE_RETENTION_PERIOD, String.valueOf(seconds)));
    planned
        .wholeInput("visibilityTimeoutSeconds")
        .ifPresent(
            seconds ->
                attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, String.valueOf(seconds)));
    attributes.put(
        QueueAttributeName.SQS_MANAGED_SSE_ENABLED, planned.input("sqsManagedSseEnabled"));
    return attributes;
  }

  private static String create(
      SqsClient sqs, String name, Map<QueueAttributeName, String> attributes) {
    return sqs.createQueue(create -> create.queueName(name).attributes(attributes)).queueUrl();
  }

  private static String arn(SqsClient sqs, String url) {
    return attribute(sqs, url, QueueAttributeName.QUEUE_ARN);
  }

  private static String attribute(SqsClient sqs, String url, QueueAttributeName name) {
    return Objects.requireNonNull(
        sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNames(name))
            .attributes()
            .get(name));
  }

  String url() {
    return url;
  }

  /** Returns whether no message waits; one that was received and not deleted does not wait. */
  boolean isEmpty() {
    return attribute(sqs, url, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES).equals("0");
  }

  /** Receives, hands over and deletes all messages, as an event source mapping does. */
  void drain(Consumer<String> function) {
    String arn = arn(sqs, url);
    for (List<Message> batch = receive(); !batch.isEmpty(); batch = receive()) {
      function.accept(TriggerEvents.queue(batch, arn));
      for (Message message : batch) {
        sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
    }
  }

  private List<Message> receive() {
    return sqs.receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(BATCH))
        .messages();
  }

  @Override
  public void close() {
    sqs.deleteQueue(delete -> delete.queueUrl(url));
    sqs.deleteQueue(delete -> delete.queueUrl(deadLetters));
    sqs.close();
  }
}
