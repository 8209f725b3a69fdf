package dev.gatehouse.local.sqs.eventsource;

/** What the roles of functions allow Lambda to do with queues, which it polls in their names. */
@FunctionalInterface
public interface QueuePermissions {

  /** The permissions of functions whose roles allow everything. */
  QueuePermissions UNRESTRICTED = (functionArn, action, queueArn) -> true;

  /**
   * Returns whether the role of a function allows an action on a queue.
   *
   * @param functionArn the ARN of the function, with or without a qualifier
   * @param action the action, such as {@code sqs:ReceiveMessage}
   */
  boolean allow(String functionArn, String action, String queueArn);
}
