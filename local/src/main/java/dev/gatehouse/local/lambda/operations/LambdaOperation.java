package dev.gatehouse.local.lambda.operations;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.lambda.requests.LambdaEndpoint;
import dev.gatehouse.local.lambda.requests.LambdaRequest;

/** An operation of Lambda's REST API; the class has the name that AWS gives the operation. */
interface LambdaOperation {

  /** The operation that returns the HTTP method and the path of the operation. */
  LambdaEndpoint endpoint();

  /** Executes the operation; throws {@link AwsException} for every error of the request. */
  Response execute(LambdaRequest request);
}
