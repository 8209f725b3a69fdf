package dev.gatehouse.local.apigateway;

import static dev.gatehouse.local.plan.Declared.resource;

import dev.gatehouse.local.plan.Declared;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.util.ArrayList;
import java.util.List;

/** Is the API as the Pulumi program declares it, to change one thing at a time. */
final class ApiPlan {

  static final String POOL = "us-east-1_abcdefghi";
  static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:api:live";

  private final List<Resource> resources = new ArrayList<>();

  private ApiPlan() {}

  static ApiPlan declared() {
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
    plan.add("stage:Stage", "api", "{\"stageName\": \"prod\"}", "{}");
    return plan;
  }

  Plan plan() {
    return Declared.plan(List.copyOf(resources));
  }

  /** Puts this resource into the place of the one of the same type and name. */
  ApiPlan with(String type, String name, String inputs, String outputs) {
    remove(type, name);
    add(type, name, inputs, outputs);
    return this;
  }

  /** Adds a resource that has no outputs. */
  ApiPlan plus(String type, String name, String inputs) {
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
