package dev.gatehouse.local.lambda.invoke;

/** An invoker of functions that also invokes without waiting for the result. */
public interface AsyncLambdaInvoker extends LambdaInvoker {

  /**
   * Queues the event for the function and returns at once; permissions as for {@link #invoke}.
   *
   * @return an empty success once the event is queued, or the reason that it is not
   */
  InvocationResult invokeAsync(
      String functionArn, String principal, String sourceArn, String event);
}
