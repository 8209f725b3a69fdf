package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.imports.CsvHeader;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;

/** The operation that returns the columns of the files that a pool imports. */
public record GetCSVHeader(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder().required("UserPoolId", MemberConstraints.USER_POOL_ID).build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = pools.pool(request.text("UserPoolId"));
    return Json.object("UserPoolId", pool.id(), "CSVHeader", Json.array(CsvHeader.of(pool)));
  }
}
