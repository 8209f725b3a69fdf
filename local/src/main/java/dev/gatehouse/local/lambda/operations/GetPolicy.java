package dev.gatehouse.local.lambda.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.lambda.registry.FunctionRegistry;
import dev.gatehouse.local.lambda.registry.ResourcePolicy;
import dev.gatehouse.local.lambda.requests.InvocationTarget;
import dev.gatehouse.local.lambda.requests.LambdaEndpoint;
import dev.gatehouse.local.lambda.requests.LambdaErrors;
import dev.gatehouse.local.lambda.requests.LambdaRequest;
import dev.gatehouse.local.lambda.requests.LambdaResponse;
import java.util.UUID;

/** The operation GetPolicy: the resource policy of a function, version or alias. */
record GetPolicy(FunctionRegistry registry, ResourcePolicy policy) implements LambdaOperation {

  @Override
  public LambdaEndpoint endpoint() {
    return LambdaEndpoint.of("GET", "/functions/{FunctionName}/policy");
  }

  @Override
  public Response execute(LambdaRequest request) {
    InvocationTarget target = request.target(registry);
    String document =
        policy
            .document(target.name(), target.invokedArn())
            .orElseThrow(() -> LambdaErrors.notFound("The resource you requested does not exist."));
    // The same policy has the same revision.
    UUID revision = UUID.nameUUIDFromBytes(document.getBytes(UTF_8));
    return LambdaResponse.json(200, Json.object("Policy", document, "RevisionId", revision));
  }
}
