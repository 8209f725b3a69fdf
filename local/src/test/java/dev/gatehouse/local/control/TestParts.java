package dev.gatehouse.local.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.local.activity.Activity;
import dev.gatehouse.local.activity.EventHub;
import dev.gatehouse.local.activity.FunctionLogFiles;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.clock.MovableClock;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.faults.Faults;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.inspect.AwsClient;
import dev.gatehouse.local.inspect.History;
import dev.gatehouse.local.inspect.Mails;
import dev.gatehouse.local.inspect.Replay;
import dev.gatehouse.local.inspect.TokenDecoder;
import dev.gatehouse.local.inspect.UserActions;
import dev.gatehouse.local.inspect.Users;
import dev.gatehouse.local.inspect.UsersTable;
import dev.gatehouse.local.lambda.Lambda;
import dev.gatehouse.local.lambda.LambdaOptions;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanResources;
import dev.gatehouse.local.ses.mail.Inbox;
import java.nio.file.Path;
import java.util.List;

/** What the console and the calls show and do, without functions and with an empty table. */
public final class TestParts {
  public final TestCognito cognito = new TestCognito();
  public final MovableClock clock = new MovableClock(cognito.clock);
  public final Inbox inbox = new Inbox();
  public final Activity activity = new Activity();
  public final Faults faults = new Faults();

  /** Returns the parts. */
  public ControlApi.Parts parts() {
    Mails mails = new Mails(inbox);
    Plan plan =
        PlanResources.plan(
            List.of(
                PlanResources.resource(
                    "aws:dynamodb/table:Table",
                    "users",
                    "{\"hashKey\": \"sub\"}",
                    "{\"name\": \"users\"}")));
    Path work = Path.of("target", "control-tests");
    Lambda lambda =
        Lambda.of(
            PlanResources.plan(List.of()),
            new LambdaOptions(work, work, TestCognito.AWS, activity::called));
    return new ControlApi.Parts(
        mails,
        inbox,
        new Users(cognito.cognito.users(), UsersTable.of(plan, (operation, request) -> empty())),
        new UserActions(
            new AwsClient(cognito.cognito, TestCognito.AWS),
            request -> Response.of(503, "application/json", "{}"),
            cognito.cognito.users(),
            TestCognito.CLIENT),
        new History(activity, mails, new FunctionLogFiles(work), lambda.functions()),
        new Replay(lambda, activity),
        new TokenDecoder(cognito.cognito::publicKeys, clock),
        new EventHub(),
        faults);
  }

  /** Returns the response of DynamoDB to any read of an empty table. */
  private static JsonObject empty() {
    return Json.object(
        "Items", new JsonArray(), "Responses", Json.object("users", new JsonArray()));
  }
}
