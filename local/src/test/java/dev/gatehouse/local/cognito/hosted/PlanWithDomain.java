package dev.gatehouse.local.cognito.hosted;

import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.util.ArrayList;
import java.util.List;

/** The plan with a domain for the user pool and two app clients with OAuth settings. */
public final class PlanWithDomain {
  public static final String CALLBACK = "https://app.example.com/callback?from=gatehouse";
  public static final String APP = "myapp://signed-in";
  public static final String LOGOUT = "https://app.example.com/bye";

  private PlanWithDomain() {}

  /** Returns the plan. */
  public static Plan plan() {
    Plan plan = TestCognito.plan();
    plan.resources().stream()
        .filter(each -> each.name().equals("api") || each.name().equals("backend"))
        .forEach(each -> allowOAuth(each.inputs()));
    List<Resource> resources = new ArrayList<>(plan.resources());
    resources.add(domain(json("domain", "gatehouse-local", "userPoolId", TestCognito.POOL)));
    return new Plan(plan.project(), plan.stack(), resources, plan.outputs());
  }

  /** Returns the plan with another domain for the user pool with user names. */
  public static Plan withTwoDomains() {
    Plan plan = plan();
    plan.resources().stream()
        .filter(each -> each.name().equals("plain") && each.type().endsWith("UserPoolClient"))
        .forEach(each -> allowOAuth(each.inputs()));
    List<Resource> resources = new ArrayList<>(plan.resources());
    resources.add(domain(json("domain", "plain", "userPoolId", TestCognito.PLAIN_POOL)));
    return new Plan(plan.project(), plan.stack(), resources, plan.outputs());
  }

  private static Resource domain(JsonObject inputs) {
    return new Resource(
        "aws:cognito/userPoolDomain:UserPoolDomain",
        "users",
        "urn",
        "",
        List.of(),
        false,
        inputs,
        inputs);
  }

  private static void allowOAuth(JsonObject inputs) {
    inputs.addProperty("allowedOauthFlowsUserPoolClient", true);
    inputs.add("allowedOauthFlows", list("code"));
    inputs.add(
        "allowedOauthScopes", list("openid", "email", "profile", "aws.cognito.signin.user.admin"));
    inputs.add("callbackUrls", list(CALLBACK, APP));
    inputs.add("logoutUrls", list(LOGOUT));
    inputs.add("supportedIdentityProviders", list("COGNITO"));
  }
}
