package dev.gatehouse.local.functions;

/** Runs a function for a source that Lambda itself reads, such as a queue. */
@FunctionalInterface
public interface EventDelivery {

  /**
   * Runs the function once and waits for its answer as long as the function may take; the resource
   * policy is not asked, since Lambda reads on the rights of the function's own role.
   *
   * @param functionArn the name or ARN of a function, a version or an alias
   * @param source the service that is read, such as {@code aws:sqs}
   * @param event the payload, JSON
   */
  Invocation deliver(String functionArn, String source, String event);
}
