package dev.gatehouse.local.iam;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.lambda.registry.LambdaFunction;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.sts.Sts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The start of IAM: what a plan must have, and what is refused with a sentence. */
class IamTest {
  private static final String LAMBDA = "lambda.amazonaws.com";
  private static final String ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";

  @Test
  void everyProcessOfAFunctionGetsCredentialsOfItsOwn() {
    Plan plan = new IamPlan().role("api", LAMBDA).function("api", IamPlan.ROLE_ARN + "api").build();
    Iam iam = Iam.of(plan);
    LambdaFunction function =
        new LambdaFunction(plan.first("aws:lambda/function:Function"), Path.of("api.zip"));
    FunctionPrincipals principals = new FunctionPrincipals(plan, iam);

    Map<String, String> first = principals.credentials(function);
    Map<String, String> second = principals.credentials(function);

    assertThat(first.get("AWS_ACCESS_KEY_ID")).matches("ASIA[A-Z2-7]{16}");
    assertThat(first).doesNotContainValue(second.get("AWS_ACCESS_KEY_ID"));
    assertThat(first).containsKeys("AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN");
    assertThat(caller(iam, String.valueOf(second.get("AWS_ACCESS_KEY_ID"))))
        .contains("<Arn>arn:aws:sts::000000000000:assumed-role/api/api</Arn>");
    assertThat(caller(iam, "AKIADEVELOPER")).contains("<Arn>arn:aws:iam::000000000000:root</Arn>");
  }

  private static String caller(Iam iam, String accessKey) {
    String signature =
        "AWS4-HMAC-SHA256 Credential=%s/20261201/us-east-1/sts/aws4_request".formatted(accessKey);
    return new Sts(iam.sessions())
        .handle(
            new Request(
                "POST",
                "/",
                Map.of(),
                Map.of("Authorization", List.of(signature)),
                "127.0.0.1",
                "Action=GetCallerIdentity".getBytes(UTF_8)))
        .text();
  }

  @Test
  void functionNeedsARoleOfThePlan() {
    assertThatThrownBy(
            () -> Iam.of(new IamPlan().function("api", IamPlan.ROLE_ARN + "api").build()))
        .isInstanceOf(PlanInvalid.class)
        .hasMessage(
            "aws:lambda/function:Function \"api\" has the role"
                + " \"arn:aws:iam::000000000000:role/api\", which the plan does not declare");
  }

  @Test
  void functionNeedsARoleThatLambdaMayAssume() {
    IamPlan plan =
        new IamPlan().role("api", "ec2.amazonaws.com").function("api", IamPlan.ROLE_ARN + "api");

    assertThatThrownBy(() -> Iam.of(plan.build()))
        .hasMessage(
            "aws:lambda/function:Function \"api\" is refused by AWS: The role defined for the"
                + " function cannot be assumed by Lambda.");
  }

  @Test
  void scheduleNeedsARoleThatTheSchedulerMayAssume() {
    JsonObject inputs = new JsonObject();
    inputs.add("target", IamPlan.object("roleArn", IamPlan.ROLE_ARN + "schedule"));
    IamPlan plan =
        new IamPlan()
            .role("schedule", LAMBDA)
            .add("aws:scheduler/schedule:Schedule", "reconcile", inputs, "{}");

    assertThatThrownBy(() -> Iam.of(plan.build()))
        .hasMessageContaining("must allow AWS EventBridge Scheduler to assume the role.");
  }

  @Test
  void roleOfApiGatewayNeedsThePolicyForLogs() {
    IamPlan plan =
        new IamPlan()
            .role("logs", "apigateway.amazonaws.com")
            .add(
                "aws:apigateway/account:Account",
                "logs",
                IamPlan.object("cloudwatchRoleArn", IamPlan.ROLE_ARN + "logs"),
                "{}");

    assertThatThrownBy(() -> Iam.of(plan.build()))
        .hasMessageContaining(
            "is refused by AWS: The role ARN does not have required permissions configured.");
    assertThat(
            Iam.of(
                    attach(
                            plan,
                            "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs")
                        .build())
                .roles()
                .all())
        .hasSize(1);
  }

  @Test
  void unknownPolicyOfAwsIsRefused() {
    IamPlan plan = new IamPlan().role("logs", LAMBDA);

    assertThatThrownBy(
            () -> Iam.of(attach(plan, "arn:aws:iam::aws:policy/AdministratorAccess").build()))
        .hasMessage(
            ATTACHMENT
                + " \"logs\" attaches arn:aws:iam::aws:policy/AdministratorAccess, which is neither"
                + " in the plan nor a policy of AWS that the local emulator knows");
  }

  @Test
  void unknownConditionOperatorIsRefused() {
    IamPlan plan =
        new IamPlan()
            .role("api", LAMBDA)
            .policy(
                "api",
                "users",
                "{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'DateLessThan':{'aws:CurrentTime':'2030-01-01T00:00:00Z'}}}");

    assertThatThrownBy(() -> Iam.of(plan.build()))
        .hasMessageStartingWith(
            "aws:iam/rolePolicy:RolePolicy \"api-users\" has a policy that has the condition"
                + " operator DateLessThan; the local emulator evaluates StringEquals,");
  }

  @Test
  void policyOfARoleThatIsMissingIsRefused() {
    assertThatThrownBy(
            () ->
                Iam.of(
                    new IamPlan()
                        .policy("gone", "users", "{'Effect':'Allow','Action':'*','Resource':'*'}")
                        .build()))
        .hasMessageEndingWith("is for the role gone, which is not in the plan");
  }

  @Test
  void permissionsBoundaryIsRefused() {
    JsonObject inputs = IamPlan.object("permissionsBoundary", "arn:aws:iam::1:policy/p");
    inputs.addProperty("assumeRolePolicy", "{}");

    assertThatThrownBy(
            () -> Iam.of(new IamPlan().add("aws:iam/role:Role", "api", inputs, "{}").build()))
        .hasMessageContaining(
            "sets permissionsBoundary, which the local emulator does not support");
  }

  private static IamPlan attach(IamPlan plan, String arn) {
    JsonObject inputs = IamPlan.object("role", "logs");
    inputs.addProperty("policyArn", arn);
    return plan.add(ATTACHMENT, "logs", inputs, "{}");
  }
}
