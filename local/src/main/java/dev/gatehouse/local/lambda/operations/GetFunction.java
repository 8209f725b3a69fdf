package dev.gatehouse.local.lambda.operations;

import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.lambda.registry.FunctionRegistry;
import dev.gatehouse.local.lambda.registry.LambdaVersion;
import dev.gatehouse.local.lambda.requests.FunctionConfiguration;
import dev.gatehouse.local.lambda.requests.LambdaEndpoint;
import dev.gatehouse.local.lambda.requests.LambdaRequest;
import dev.gatehouse.local.lambda.requests.LambdaResponse;

/** The operation GetFunction: the configuration of a function and the location of its archive. */
record GetFunction(FunctionRegistry registry) implements LambdaOperation {

  @Override
  public LambdaEndpoint endpoint() {
    return LambdaEndpoint.of("GET", "/functions/{FunctionName}");
  }

  @Override
  public Response execute(LambdaRequest request) {
    LambdaVersion version = request.target(registry).version();
    return LambdaResponse.json(
        200,
        Json.object(
            "Configuration",
            FunctionConfiguration.json(version),
            "Code",
            Json.object(
                "RepositoryType", "file", "Location", version.function().archive().toString())));
  }
}
