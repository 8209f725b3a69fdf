package dev.gatehouse.local.apigateway;

import static dev.gatehouse.local.plan.PlanResources.resource;

import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanResources;
import dev.gatehouse.local.plan.Resource;
import java.util.ArrayList;
import java.util.List;

/** A plan with the API of the Pulumi program, for tests that change one resource. */
public final class ApiPlan {

  public static final String POOL = "us-east-1_abcdefghi";
  static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:api:live";

  private final List<Resource> resources = new ArrayList<>();

  private ApiPlan() {}

  public static ApiPlan declared() {
    ApiPlan plan = new ApiPlan();
    plan.add(
        "restApi:RestApi",
        "api",
        "{}",
        """
        {"id": "api1234567", "rootResourceId": "root",
         "executionArn": "arn:aws:execute-api:us-east-1:000000000000:api1234567"}
        """);
    plan.child("proxy", "root", "{proxy+}");
    plan.child("user", "root", "user");
    plan.child("user-profile", "user", "profile");
    plan.child("user-proxy", "user", "{proxy+}");
    for (String open : List.of("root", "proxy", "user", "user-profile", "user-proxy")) {
      plan.method(open, "ANY", "\"authorization\": \"NONE\"");
    }
    plan.add(
        "authorizer:Authorizer",
        "tokens",
        """
        {"type": "COGNITO_USER_POOLS", "identitySource": "method.request.header.Authorization",
         "providerArns": ["arn:aws:cognito-idp:us-east-1:000000000000:userpool/%s"]}
        """
            .formatted(POOL),
        "{\"id\": \"authorizer\"}");
    plan.method(
        "user-profile",
        "GET",
        """
        "authorization": "COGNITO_USER_POOLS", "authorizerId": "authorizer",
        "authorizationScopes": ["aws.cognito.signin.user.admin"]\
        """);
    plan.add("stage:Stage", "api", "{\"stageName\": \"prod\", \"deployment\": \"d1\"}", "{}");
    return plan;
  }

  public Plan plan() {
    return PlanResources.plan(List.copyOf(resources));
  }

  /** Replaces the resource of the same type and name. */
  public ApiPlan with(String type, String name, String inputs, String outputs) {
    remove(type, name);
    add(type, name, inputs, outputs);
    return this;
  }

  /** Adds a resource without outputs. */
  public ApiPlan plus(String type, String name, String inputs) {
    add(type, name, inputs, "{}");
    return this;
  }

  ApiPlan without(String type, String name) {
    remove(type, name);
    return this;
  }

  private void remove(String type, String name) {
    if (!resources.removeIf(each -> each.type().endsWith(type) && each.name().equals(name))) {
      throw new IllegalArgumentException(type + " " + name);
    }
  }

  private void child(String id, String parent, String pathPart) {
    add(
        "resource:Resource",
        id,
        "{\"parentId\": \"%s\", \"pathPart\": \"%s\"}".formatted(parent, pathPart),
        "{\"id\": \"%s\"}".formatted(id));
  }

  private void method(String resourceId, String httpMethod, String authorization) {
    String place =
        "\"resourceId\": \"%s\", \"httpMethod\": \"%s\"".formatted(resourceId, httpMethod);
    String name = resourceId + "-" + httpMethod;
    add("method:Method", name, "{%s, %s}".formatted(place, authorization), "{}");
    add(
        "integration:Integration",
        name,
        """
        {%s, "type": "AWS_PROXY", "integrationHttpMethod": "POST",
         "uri": "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/%s/invocations"}
        """
            .formatted(place, FUNCTION),
        "{}");
  }

  private void add(String type, String name, String inputs, String outputs) {
    resources.add(resource("aws:apigateway/" + type, name, inputs, outputs));
  }
}
