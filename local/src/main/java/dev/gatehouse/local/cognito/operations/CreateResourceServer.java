package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.domains.ResourceServer;
import dev.gatehouse.local.cognito.domains.ResourceServerRequest;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;

/** The operation that creates a resource server. */
public record CreateResourceServer(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return ResourceServerRequest.shapeWithSettings();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = pools.pool(request.text("UserPoolId"));
    ResourceServer server = ResourceServerRequest.server(request);
    pool.resources().add(server, pool.id());
    return ResourceServerRequest.result(pool.id(), server);
  }
}
