package dev.gatehouse.local.lambda.invoke;

/** Delivery of events from a source that Lambda polls, such as a queue. */
@FunctionalInterface
public interface EventDelivery {

  /**
   * Runs the function once and waits for its result as long as the function may take. The resource
   * policy does not apply, since Lambda polls with the permissions of the function's role.
   *
   * @param functionArn the name or ARN of a function, a version or an alias
   * @param source the polled service, such as {@code aws:sqs}
   * @param event the payload, JSON
   */
  InvocationResult deliver(String functionArn, String source, String event);
}
