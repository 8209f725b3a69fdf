package dev.gatehouse.local.sqs;

import com.google.gson.JsonObject;
import dev.gatehouse.local.sqs.Queue.Received;

/** Words what SQS itself knows of a message, for receivers and for functions. */
final class MessageAttributes {

  /** Whoever is logged in nowhere sends as the account. */
  private static final String SENDER = "000000000000";

  private MessageAttributes() {}

  static JsonObject of(Received message) {
    JsonObject attributes = new JsonObject();
    attributes.addProperty("ApproximateReceiveCount", String.valueOf(message.times()));
    attributes.addProperty("SentTimestamp", String.valueOf(message.sentAt().toEpochMilli()));
    attributes.addProperty("SenderId", SENDER);
    attributes.addProperty(
        "ApproximateFirstReceiveTimestamp",
        String.valueOf(message.firstReceivedAt().toEpochMilli()));
    return attributes;
  }
}
