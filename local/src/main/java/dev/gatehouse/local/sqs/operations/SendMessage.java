package dev.gatehouse.local.sqs.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.sqs.queues.Md5;
import dev.gatehouse.local.sqs.queues.MessageAttribute;
import dev.gatehouse.local.sqs.queues.MessageContent;
import dev.gatehouse.local.sqs.queues.Queue;
import dev.gatehouse.local.sqs.queues.Queues;
import dev.gatehouse.local.sqs.queues.SqsErrors;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** The operation that sends a message to a queue. */
record SendMessage(Queues queues) implements Operation {

  /** The characters of XML 1.0; SQS accepts no others. */
  private static final Pattern BODY =
      Pattern.compile("[\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]+");

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .optional("QueueUrl", SqsMembers.TEXT)
        .optional("MessageBody", SqsMembers.TEXT)
        .optional("DelaySeconds", SqsMembers.NUMBER)
        .optional("MessageAttributes", SqsMembers.ANYTHING)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    Queue queue = queues.withUrl(SqsMembers.text(request, "QueueUrl"));
    return send(queue, request);
  }

  /** Sends the message of a request or of an entry of a batch, and returns its response. */
  static JsonObject send(Queue queue, AwsRequest request) {
    int queueDelay = (int) queue.attributes().delay().toSeconds();
    MessageContent content = content(queue, request);
    int delay = SqsMembers.number(request, "DelaySeconds", queueDelay, SqsMembers.DELAY);
    JsonObject result =
        Json.object(
            "MessageId", queue.send(content, Duration.ofSeconds(delay)),
            "MD5OfMessageBody", Md5.of(content.body()));
    if (!content.attributes().isEmpty()) {
      result.addProperty("MD5OfMessageAttributes", MessageAttribute.md5(content.attributes()));
    }
    return result;
  }

  /** Returns body and attributes; throws {@link AwsException} if SQS does not accept them. */
  static MessageContent content(Queue queue, AwsRequest request) {
    String body = body(queue, request);
    return new MessageContent(body, MessageAttributes.of(request));
  }

  /** Returns the body; throws {@link AwsException} if it is too long or has invalid characters. */
  private static String body(Queue queue, AwsRequest request) {
    String body = SqsMembers.text(request, "MessageBody");
    if (body.isEmpty()) {
      throw SqsErrors.missingParameter("MessageBody");
    }
    int max = queue.attributes().maximumMessageSize();
    if (body.getBytes(UTF_8).length > max) {
      throw SqsErrors.invalidParameter(
          String.format(
              Locale.ROOT,
              "One or more parameters are invalid. Reason: Message must be shorter than %d bytes.",
              max));
    }
    if (!BODY.matcher(body).matches()) {
      throw SqsErrors.invalidParameter("The message contains characters that SQS does not accept.");
    }
    return body;
  }
}
