package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.imports.UserImportJobs;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;

/** The operation that returns an import job. */
public record DescribeUserImportJob(UserImportJobs jobs) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .required("UserPoolId", MemberConstraints.USER_POOL_ID)
        .required("JobId", MemberConstraints.IMPORT_JOB_ID)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    return Json.object(
        "UserImportJob",
        jobs.get(jobs.pool(request.text("UserPoolId")), request.text("JobId")).json());
  }
}
