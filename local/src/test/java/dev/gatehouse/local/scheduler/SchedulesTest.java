package dev.gatehouse.local.scheduler;

import static dev.gatehouse.local.plan.PlanResources.plan;
import static dev.gatehouse.local.plan.PlanResources.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.iam.Iam;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Succeeded;
import dev.gatehouse.local.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A schedule that is run by hand. */
class SchedulesTest {
  private static final String FUNCTION =
      "arn:aws:lambda:us-east-1:000000000000:function:reconcile:live";
  private static final String ROLE = "arn:aws:iam::000000000000:role/schedule";

  private static final String QUEUE = "arn:aws:sqs:us-east-1:000000000000:dead-letters";

  private final BlockingQueue<String> invoked = new LinkedBlockingQueue<>();
  private final List<String> deadLetters = new ArrayList<>();

  private Response run(String method, String name, String action) {
    Plan plan =
        plan(
            List.of(
                resource(
                    "aws:iam/role:Role",
                    "schedule",
                    "{\"assumeRolePolicy\": \"{\\\"Statement\\\":{\\\"Effect\\\":\\\"Allow\\\",\\\"Principal\\\":{\\\"Service\\\":\\\"scheduler.amazonaws.com\\\"},\\\"Action\\\":\\\"sts:AssumeRole\\\"}}\"}",
                    "{\"name\": \"schedule\", \"arn\": \"" + ROLE + "\"}"),
                resource(
                    "aws:iam/rolePolicy:RolePolicy",
                    "schedule",
                    "{\"role\": \"schedule\", \"policy\": \"{\\\"Statement\\\":{\\\"Effect\\\":\\\"Allow\\\",\\\"Action\\\":\\\"%s\\\",\\\"Resource\\\":\\\"*\\\"}}\"}"
                        .formatted(action),
                    "{\"name\": \"reconcile\"}"),
                resource(
                    "aws:scheduler/schedule:Schedule",
                    "reconcile",
                    "{\"name\": \"stack-reconcile\", \"target\": {\"arn\": \"%s\", \"roleArn\": \"%s\", \"input\": \"{}\", \"deadLetterConfig\": {\"arn\": \"%s\"}}}"
                        .formatted(FUNCTION, ROLE, QUEUE),
                    "{}")));
    return new Schedules(
            plan,
            Iam.of(plan).authorizer(),
            (function, source, event) -> {
              invoked.add(function + " " + source + " " + event);
              return new Succeeded("");
            },
            (queue, body) -> deadLetters.add(queue + " " + body))
        .handle(
            new Request(
                method, Schedules.PATH + name, Map.of(), Map.of(), "127.0.0.1", new byte[0]));
  }

  @Test
  void postInvokesTheTarget() throws Exception {
    assertThat(run("POST", "reconcile", "lambda:InvokeFunction").status()).isEqualTo(202);
    assertThat(invoked.poll(5, TimeUnit.SECONDS)).isEqualTo(FUNCTION + " scheduler {}");
    assertThat(run("POST", "stack-reconcile", "lambda:InvokeFunction").status()).isEqualTo(202);
  }

  @Test
  void nothingIsInvokedWithoutThePermission() {
    Response refused = run("POST", "reconcile", "lambda:GetFunction");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text())
        .contains(
            "User: arn:aws:sts::000000000000:assumed-role/schedule/stack-reconcile is not authorized"
                + " to perform: lambda:InvokeFunction on resource: "
                + FUNCTION);
    assertThat(invoked).isEmpty();
    assertThat(deadLetters).as("without sqs:SendMessage").isEmpty();
  }

  @Test
  void callThatFailsIsSentToTheDeadLetterQueue() {
    assertThat(run("POST", "reconcile", "sqs:SendMessage").status()).isEqualTo(403);
    assertThat(deadLetters).containsExactly(QUEUE + " {}");
  }

  @Test
  void unknownScheduleAndOtherMethodsAreRefused() {
    assertThat(run("POST", "gone", "lambda:InvokeFunction").status()).isEqualTo(404);
    assertThat(run("GET", "reconcile", "lambda:InvokeFunction").status()).isEqualTo(405);
  }
}
