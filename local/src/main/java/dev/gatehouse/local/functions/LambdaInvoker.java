package dev.gatehouse.local.functions;

import java.time.Duration;

/** Invokes a function on behalf of another AWS service. */
public interface LambdaInvoker {

  /**
   * Runs the function once and waits for its answer.
   *
   * @param functionArn the ARN of a function, a version or an alias
   * @param principal the service that calls, such as {@code cognito-idp.amazonaws.com}; the
   *     function's resource policy must let it
   * @param sourceArn the ARN on whose behalf it calls, such as the pool's
   * @param event the payload, JSON
   * @param patience how long the caller waits, Cognito's five seconds for example; the function's
   *     own timeout holds beside it
   */
  Invocation invoke(
      String functionArn, String principal, String sourceArn, String event, Duration patience);

  /**
   * Runs the function once and does not wait for it, as {@link #invoke} otherwise.
   *
   * @return an empty answer once the event is in the function's queue, or why it may not go there
   */
  Invocation start(String functionArn, String principal, String sourceArn, String event);
}
