package dev.gatehouse.local.lambda.operations;

import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.lambda.registry.FunctionName;
import dev.gatehouse.local.lambda.registry.FunctionRegistry;
import dev.gatehouse.local.lambda.registry.ResourcePolicy;
import dev.gatehouse.local.lambda.requests.LambdaEndpoint;
import dev.gatehouse.local.lambda.requests.LambdaErrors;
import dev.gatehouse.local.lambda.requests.LambdaRequest;
import dev.gatehouse.local.lambda.requests.LambdaResponse;

/** The operation RemovePermission, for statements of the plan, too. */
record RemovePermission(FunctionRegistry registry, ResourcePolicy policy)
    implements LambdaOperation {

  @Override
  public LambdaEndpoint endpoint() {
    return LambdaEndpoint.of("DELETE", "/functions/{FunctionName}/policy/{StatementId}");
  }

  @Override
  public Response execute(LambdaRequest request) {
    FunctionName name = request.target(registry).name();
    if (policy.of(name).isEmpty()) {
      throw LambdaErrors.notFound("No policy is associated with the given resource.");
    }
    String statementId = request.parameter();
    if (!policy.remove(name, statementId)) {
      throw LambdaErrors.notFound(
          "Statement %s is not found in resource policy.".formatted(statementId));
    }
    return LambdaResponse.empty(204);
  }
}
