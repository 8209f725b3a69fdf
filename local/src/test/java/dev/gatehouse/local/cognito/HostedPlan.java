package dev.gatehouse.local.cognito;

import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;

import com.google.gson.JsonObject;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.util.ArrayList;
import java.util.List;

/** Is the plan with a domain for the pool and two clients that may send people there. */
final class HostedPlan {
  static final String CALLBACK = "https://app.example.com/callback?from=gatehouse";
  static final String APP = "myapp://signed-in";
  static final String LOGOUT = "https://app.example.com/bye";

  private HostedPlan() {}

  static Plan plan() {
    Plan plan = TestCognito.plan();
    plan.resources().stream()
        .filter(each -> each.name().equals("api") || each.name().equals("backend"))
        .forEach(each -> open(each.inputs()));
    List<Resource> resources = new ArrayList<>(plan.resources());
    resources.add(domain(json("domain", "gatehouse-local", "userPoolId", TestCognito.POOL)));
    return new Plan(plan.project(), plan.stack(), resources, plan.outputs());
  }

  /** Returns the plan with a domain also for the pool whose people choose a name. */
  static Plan withThePlainPool() {
    Plan plan = plan();
    plan.resources().stream()
        .filter(each -> each.name().equals("plain") && each.type().endsWith("UserPoolClient"))
        .forEach(each -> open(each.inputs()));
    List<Resource> resources = new ArrayList<>(plan.resources());
    resources.add(domain(json("domain", "plain", "userPoolId", TestCognito.PLAIN_POOL)));
    return new Plan(plan.project(), plan.stack(), resources, plan.outputs());
  }

  private static Resource domain(JsonObject inputs) {
    return new Resource(
        "aws:cognito/userPoolDomain:UserPoolDomain",
        "people",
        "urn",
        "",
        List.of(),
        false,
        inputs,
        inputs);
  }

  private static void open(JsonObject inputs) {
    inputs.addProperty("allowedOauthFlowsUserPoolClient", true);
    inputs.add("allowedOauthFlows", list("code"));
    inputs.add(
        "allowedOauthScopes", list("openid", "email", "profile", "aws.cognito.signin.user.admin"));
    inputs.add("callbackUrls", list(CALLBACK, APP));
    inputs.add("logoutUrls", list(LOGOUT));
    inputs.add("supportedIdentityProviders", list("COGNITO"));
  }
}
