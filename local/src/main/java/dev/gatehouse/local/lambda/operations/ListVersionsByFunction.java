package dev.gatehouse.local.lambda.operations;

import com.google.gson.JsonArray;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.lambda.registry.FunctionRegistry;
import dev.gatehouse.local.lambda.registry.LambdaFunction;
import dev.gatehouse.local.lambda.requests.FunctionConfiguration;
import dev.gatehouse.local.lambda.requests.LambdaEndpoint;
import dev.gatehouse.local.lambda.requests.LambdaRequest;
import dev.gatehouse.local.lambda.requests.LambdaResponse;

/** The operation ListVersionsByFunction: the versions of a function, on one page. */
record ListVersionsByFunction(FunctionRegistry registry) implements LambdaOperation {

  @Override
  public LambdaEndpoint endpoint() {
    return LambdaEndpoint.of("GET", "/functions/{FunctionName}/versions");
  }

  @Override
  public Response execute(LambdaRequest request) {
    LambdaFunction function = request.target(registry).version().function();
    JsonArray versions = new JsonArray();
    registry
        .versionsOf(function)
        .forEach(version -> versions.add(FunctionConfiguration.json(version)));
    return LambdaResponse.json(200, Json.object("Versions", versions));
  }
}
