package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint;
import dev.gatehouse.local.awsjson.Constraint.Text;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.imports.UserImportJobs;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import java.util.regex.Pattern;

/** The operation that creates an import job, whose file is still to be uploaded. */
public record CreateUserImportJob(UserImportJobs jobs) implements Operation {
  private static final Constraint ROLE =
      new Text(20, 2048, Pattern.compile("arn:[\\w+=/,.@-]+:iam::\\d*:role/[\\w+=/,.@-]+"), false);

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .required("JobName", MemberConstraints.RESOURCE_NAME)
        .required("UserPoolId", MemberConstraints.USER_POOL_ID)
        .required("CloudWatchLogsRoleArn", ROLE)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    return Json.object(
        "UserImportJob",
        jobs.create(
                jobs.pool(request.text("UserPoolId")),
                request.text("JobName"),
                request.text("CloudWatchLogsRoleArn"))
            .json());
  }
}
