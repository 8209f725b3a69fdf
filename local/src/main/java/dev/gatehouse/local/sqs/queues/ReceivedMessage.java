package dev.gatehouse.local.sqs.queues;

import java.time.Instant;

/**
 * A message as a receiver gets it.
 *
 * @param receiptHandle the handle with which this receiver deletes the message
 * @param receiveCount how many times the message was received, this time included
 */
public record ReceivedMessage(
    String id,
    String receiptHandle,
    MessageContent content,
    Instant sentAt,
    Instant firstReceivedAt,
    int receiveCount) {

  /** Returns the body. */
  public String body() {
    return content.body();
  }
}
