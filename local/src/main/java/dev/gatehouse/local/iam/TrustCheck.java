package dev.gatehouse.local.iam;

import com.google.gson.JsonElement;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import org.jspecify.annotations.Nullable;

/** The check that each role is one of the plan and that its service may assume it, as on AWS. */
record TrustCheck(IamRoles roles) {

  void check(Plan plan) {
    for (Resource function : plan.ofType("aws:lambda/function:Function")) {
      check(
          function,
          function.inputs().get("role"),
          "lambda.amazonaws.com",
          "The role defined for the function cannot be assumed by Lambda.");
    }
    for (Resource schedule : plan.ofType("aws:scheduler/schedule:Schedule")) {
      check(
          schedule,
          schedule.object("target").get("roleArn"),
          "scheduler.amazonaws.com",
          "The execution role you provide must allow AWS EventBridge Scheduler to assume the"
              + " role.");
    }
    for (Resource account : plan.ofType("aws:apigateway/account:Account")) {
      check(
          account,
          account.inputs().get("cloudwatchRoleArn"),
          "apigateway.amazonaws.com",
          "The role ARN does not have required permissions configured. Please grant trust"
              + " permission for API Gateway and add the required role policy.");
    }
  }

  private void check(
      Resource resource, @Nullable JsonElement roleArn, String service, String refusal) {
    String arn = roleArn == null || roleArn.isJsonNull() ? "" : roleArn.getAsString();
    IamRole role =
        roles
            .withArn(arn)
            .orElseThrow(
                () ->
                    resource.refused(
                        "has the role \"%s\", which the plan does not declare".formatted(arn)));
    boolean permitted =
        role.trusts(service)
            && (!service.startsWith("apigateway") || new LogRole(role).permitsApiGateway());
    if (!permitted) {
      throw resource.refused("is refused by AWS: %s".formatted(refusal));
    }
  }
}
