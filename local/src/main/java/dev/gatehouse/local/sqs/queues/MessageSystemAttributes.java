package dev.gatehouse.local.sqs.queues;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;

/** The system attributes of a message, for receivers and for the events of functions. */
public final class MessageSystemAttributes {

  /** The account, since the emulator does not identify the IAM user who sent the message. */
  private static final String SENDER_ID = "000000000000";

  private MessageSystemAttributes() {}

  /** Returns all system attributes of a message by name. */
  public static JsonObject of(ReceivedMessage message) {
    return Json.object(
        "ApproximateReceiveCount", String.valueOf(message.receiveCount()),
        "SentTimestamp", String.valueOf(message.sentAt().toEpochMilli()),
        "SenderId", SENDER_ID,
        "ApproximateFirstReceiveTimestamp",
            String.valueOf(message.firstReceivedAt().toEpochMilli()));
  }
}
