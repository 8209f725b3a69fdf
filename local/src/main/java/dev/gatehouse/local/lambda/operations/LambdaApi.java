package dev.gatehouse.local.lambda.operations;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.AwsProtocol;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.lambda.registry.FunctionRegistry;
import dev.gatehouse.local.lambda.registry.ResourcePolicy;
import dev.gatehouse.local.lambda.requests.InvocationTarget;
import dev.gatehouse.local.lambda.requests.LambdaErrors;
import dev.gatehouse.local.lambda.requests.LambdaRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Lambda's REST API: the dispatch of an HTTP request to an operation. */
public final class LambdaApi implements Service {

  private final List<LambdaOperation> operations;

  /**
   * The operation that creates the API of these functions.
   *
   * @param events queues an event for a function and returns at once
   */
  public LambdaApi(
      FunctionRegistry registry,
      ResourcePolicy policy,
      DirectInvoker invoker,
      BiConsumer<InvocationTarget, String> events) {
    operations =
        List.of(
            new AddPermission(registry, policy),
            new GetAlias(registry),
            new GetFunction(registry),
            new GetFunctionConfiguration(registry),
            new GetPolicy(registry, policy),
            new Invoke(registry, invoker, events),
            new ListFunctions(registry),
            new ListVersionsByFunction(registry),
            new RemovePermission(registry, policy));
  }

  @Override
  public Response handle(Request request) {
    try {
      for (LambdaOperation operation : operations) {
        Optional<LambdaRequest> match = operation.endpoint().match(request);
        if (match.isPresent()) {
          return operation.execute(match.get());
        }
      }
      throw LambdaErrors.unknownOperation(request);
    } catch (AwsException e) {
      return AwsProtocol.REST_JSON.error(e);
    }
  }
}
