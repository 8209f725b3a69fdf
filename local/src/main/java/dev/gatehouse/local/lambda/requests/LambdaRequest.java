package dev.gatehouse.local.lambda.requests;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.lambda.registry.FunctionRegistry;

/**
 * A request to an operation of Lambda's API.
 *
 * @param functionName the path segment that names the function, still percent-encoded; empty if the
 *     path has none
 * @param parameter the other parameter of the path, still percent-encoded; empty if there is none
 */
public record LambdaRequest(Request http, String functionName, String parameter) {

  /** Returns the version that the request is about; throws {@link AwsException} if not found. */
  public InvocationTarget target(FunctionRegistry registry) {
    return InvocationTarget.of(http, functionName, registry);
  }
}
