package dev.gatehouse.local.lambda.operations;

import com.google.gson.JsonArray;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.lambda.registry.FunctionRegistry;
import dev.gatehouse.local.lambda.requests.FunctionConfiguration;
import dev.gatehouse.local.lambda.requests.LambdaEndpoint;
import dev.gatehouse.local.lambda.requests.LambdaRequest;
import dev.gatehouse.local.lambda.requests.LambdaResponse;

/** The operation ListFunctions: {@code $LATEST} of every function, on one page. */
record ListFunctions(FunctionRegistry registry) implements LambdaOperation {

  @Override
  public LambdaEndpoint endpoint() {
    return LambdaEndpoint.of("GET", "/functions");
  }

  @Override
  public Response execute(LambdaRequest request) {
    JsonArray functions = new JsonArray();
    registry
        .functions()
        .forEach(function -> functions.add(FunctionConfiguration.json(function.latest())));
    return LambdaResponse.json(200, Json.object("Functions", functions));
  }
}
