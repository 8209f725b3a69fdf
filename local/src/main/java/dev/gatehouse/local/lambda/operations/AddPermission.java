package dev.gatehouse.local.lambda.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.lambda.registry.FunctionRegistry;
import dev.gatehouse.local.lambda.registry.Permission;
import dev.gatehouse.local.lambda.registry.ResourcePolicy;
import dev.gatehouse.local.lambda.requests.InvocationTarget;
import dev.gatehouse.local.lambda.requests.LambdaEndpoint;
import dev.gatehouse.local.lambda.requests.LambdaJson;
import dev.gatehouse.local.lambda.requests.LambdaRequest;
import dev.gatehouse.local.lambda.requests.LambdaResponse;

/**
 * The operation AddPermission. A pool created at run time has another ARN than the pools of the
 * plan, so its triggers need permissions of their own.
 */
record AddPermission(FunctionRegistry registry, ResourcePolicy policy) implements LambdaOperation {

  @Override
  public LambdaEndpoint endpoint() {
    return LambdaEndpoint.of("POST", "/functions/{FunctionName}/policy");
  }

  @Override
  public Response execute(LambdaRequest request) {
    InvocationTarget target = request.target(registry);
    JsonObject statement = LambdaJson.object(request.http().text());
    policy.add(
        new Permission(
            target.name(),
            LambdaJson.required(statement, "Action"),
            LambdaJson.required(statement, "Principal"),
            LambdaJson.optional(statement, "SourceArn"),
            LambdaJson.optional(statement, "SourceAccount")));
    return LambdaResponse.json(201, Json.object("Statement", statement.toString()));
  }
}
