package dev.gatehouse.local.lambda.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.lambda.registry.FunctionName;
import dev.gatehouse.local.lambda.registry.FunctionRegistry;
import dev.gatehouse.local.lambda.registry.LambdaVersion;
import dev.gatehouse.local.lambda.requests.InvocationTarget;
import dev.gatehouse.local.lambda.requests.LambdaEndpoint;
import dev.gatehouse.local.lambda.requests.LambdaErrors;
import dev.gatehouse.local.lambda.requests.LambdaRequest;
import dev.gatehouse.local.lambda.requests.LambdaResponse;

/** The operation GetAlias: the version of an alias of the plan. */
record GetAlias(FunctionRegistry registry) implements LambdaOperation {

  @Override
  public LambdaEndpoint endpoint() {
    return LambdaEndpoint.of("GET", "/functions/{FunctionName}/aliases/{Name}");
  }

  @Override
  public Response execute(LambdaRequest request) {
    InvocationTarget target = request.target(registry);
    FunctionName alias = target.name().qualifiedBy(request.parameter());
    String arn = target.version().function().arn() + ":" + request.parameter();
    LambdaVersion version =
        registry
            .findAlias(alias)
            .orElseThrow(() -> LambdaErrors.notFound("Cannot find alias arn: " + arn));
    return LambdaResponse.json(200, json(arn, request.parameter(), version));
  }

  static JsonObject json(String arn, String name, LambdaVersion version) {
    return Json.object(
        "AliasArn", arn, "Name", name, "FunctionVersion", version.number(), "Description", "");
  }
}
