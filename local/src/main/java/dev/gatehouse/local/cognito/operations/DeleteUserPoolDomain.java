package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.domains.DomainRequest;
import dev.gatehouse.local.cognito.domains.PoolDomain;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;

/** The operation that deletes the domain of a user pool. */
public record DeleteUserPoolDomain(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return DomainRequest.shape().build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = pools.pool(request.text("UserPoolId"));
    PoolDomain domain =
        pool.resources()
            .domain(request.text("Domain"))
            .orElseThrow(
                () -> CognitoErrors.invalidParameter("No such domain or user pool exists."));
    pool.resources().remove(domain);
    return new JsonObject();
  }
}
