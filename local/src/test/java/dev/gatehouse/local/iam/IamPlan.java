package dev.gatehouse.local.iam;

import static dev.gatehouse.local.plan.PlanResources.plan;
import static dev.gatehouse.local.plan.PlanResources.resource;

import com.google.gson.JsonObject;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.util.ArrayList;
import java.util.List;

/** A builder of plans with roles and policies. */
public final class IamPlan {
  static final String ROLE_ARN = "arn:aws:iam::000000000000:role/";
  private static final String TRUST =
      "{'Statement':{'Effect':'Allow','Principal':{'Service':'%s'},'Action':'sts:AssumeRole'}}";

  private final List<Resource> resources = new ArrayList<>();

  /** Adds a role that a service may assume. */
  public IamPlan role(String name, String service) {
    JsonObject inputs = new JsonObject();
    inputs.addProperty("assumeRolePolicy", quoted(TRUST.formatted(service)));
    inputs.addProperty("name", name);
    return add(
        "aws:iam/role:Role",
        name,
        inputs,
        "{\"name\": \"" + name + "\", \"arn\": \"" + ROLE_ARN + name + "\"}");
  }

  /** Adds an inline policy to a role. */
  public IamPlan policy(String role, String name, String statements) {
    JsonObject inputs = new JsonObject();
    inputs.addProperty("policy", document(statements));
    inputs.addProperty("role", role);
    return add(
        "aws:iam/rolePolicy:RolePolicy", role + "-" + name, inputs, "{\"name\": \"" + name + "\"}");
  }

  /** Adds a function with a role. */
  IamPlan function(String name, String roleArn) {
    return add(
        "aws:lambda/function:Function",
        name,
        object("role", roleArn),
        "{\"name\": \""
            + name
            + "\", \"arn\": \"arn:aws:lambda:us-east-1:000000000000:function:"
            + name
            + "\"}");
  }

  public IamPlan add(String type, String name, JsonObject inputs, String outputs) {
    resources.add(resource(type, name, inputs.toString(), outputs));
    return this;
  }

  static JsonObject object(String name, String value) {
    JsonObject object = new JsonObject();
    object.addProperty(name, value);
    return object;
  }

  public static String document(String statements) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":" + quoted(statements) + "}";
  }

  static String quoted(String json) {
    return json.replace('\'', '"');
  }

  public Plan build() {
    return plan(resources);
  }
}
