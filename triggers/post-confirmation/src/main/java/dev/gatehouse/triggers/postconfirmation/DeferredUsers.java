package dev.gatehouse.triggers.postconfirmation;

import dev.gatehouse.users.User;

/** The queue of rows that the users table did not take. */
@FunctionalInterface
public interface DeferredUsers {

  /** Queues a row; throws what the queue throws. */
  void defer(User user);
}
