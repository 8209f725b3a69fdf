package dev.gatehouse.local.lambda.invoke;

import java.time.Duration;

/** A synchronous invoker of functions for another AWS service. */
@FunctionalInterface
public interface LambdaInvoker {

  /**
   * Runs the function once and waits for its result.
   *
   * @param functionArn the ARN of a function, a version or an alias
   * @param principal the service that calls, such as {@code cognito-idp.amazonaws.com}; the
   *     function's resource policy must allow it
   * @param sourceArn the ARN of the resource that causes the call, such as the user pool
   * @param event the payload, JSON
   * @param timeout the time that the caller waits, such as Cognito's five seconds; the function's
   *     own timeout applies as well
   */
  InvocationResult invoke(
      String functionArn, String principal, String sourceArn, String event, Duration timeout);
}
