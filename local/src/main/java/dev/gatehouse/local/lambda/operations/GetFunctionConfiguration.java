package dev.gatehouse.local.lambda.operations;

import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.lambda.registry.FunctionRegistry;
import dev.gatehouse.local.lambda.requests.FunctionConfiguration;
import dev.gatehouse.local.lambda.requests.LambdaEndpoint;
import dev.gatehouse.local.lambda.requests.LambdaRequest;
import dev.gatehouse.local.lambda.requests.LambdaResponse;

/** The operation GetFunctionConfiguration. */
record GetFunctionConfiguration(FunctionRegistry registry) implements LambdaOperation {

  @Override
  public LambdaEndpoint endpoint() {
    return LambdaEndpoint.of("GET", "/functions/{FunctionName}/configuration");
  }

  @Override
  public Response execute(LambdaRequest request) {
    return LambdaResponse.json(200, FunctionConfiguration.json(request.target(registry).version()));
  }
}
