package dev.gatehouse.triggers.deferredusers;

import java.time.Duration;

/** The queue of deferred users, as far as its consumer changes it. */
public interface DeferredQueue {

  /** Hides a message for a time from now on. */
  void hide(String receiptHandle, Duration time);

  /** Sends a message to the queue of those that are not tried again. */
  void refuse(String body);
}
