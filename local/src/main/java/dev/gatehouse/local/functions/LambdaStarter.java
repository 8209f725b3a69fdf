package dev.gatehouse.local.functions;

/** Invokes functions on behalf of another AWS service, and starts those it does not wait for. */
public interface LambdaStarter extends LambdaInvoker {

  /**
   * Runs the function once and does not wait for it, as {@link #invoke} otherwise.
   *
   * @return an empty answer once the event is in the function's queue, or why it may not go there
   */
  Invocation start(String functionArn, String principal, String sourceArn, String event);
}
