package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPoolClient;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.requests.UserPoolClientJson;

/** The operation that returns an app client. */
public record DescribeUserPoolClient(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .required("UserPoolId", MemberConstraints.USER_POOL_ID)
        .required("ClientId", MemberConstraints.CLIENT_ID)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = pools.pool(request.text("UserPoolId"));
    String clientId = request.text("ClientId");
    UserPoolClient client =
        pool.client(clientId).orElseThrow(() -> CognitoErrors.clientDoesNotExist(clientId));
    return Json.object("UserPoolClient", UserPoolClientJson.of(pool, client));
  }
}
