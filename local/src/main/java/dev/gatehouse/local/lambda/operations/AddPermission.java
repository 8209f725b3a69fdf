package dev.gatehouse.local.lambda.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.Constraint;
import dev.gatehouse.local.awsjson.Constraint.Text;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Violations;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.lambda.registry.FunctionName;
import dev.gatehouse.local.lambda.registry.FunctionRegistry;
import dev.gatehouse.local.lambda.registry.Permission;
import dev.gatehouse.local.lambda.registry.ResourcePolicy;
import dev.gatehouse.local.lambda.requests.InvocationTarget;
import dev.gatehouse.local.lambda.requests.LambdaEndpoint;
import dev.gatehouse.local.lambda.requests.LambdaErrors;
import dev.gatehouse.local.lambda.requests.LambdaJson;
import dev.gatehouse.local.lambda.requests.LambdaRequest;
import dev.gatehouse.local.lambda.requests.LambdaResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The operation AddPermission. A pool created at run time has another ARN than the pools of the
 * plan, so its triggers need permissions of their own.
 */
record AddPermission(FunctionRegistry registry, ResourcePolicy policy) implements LambdaOperation {

  /** The required members, with the constraints of Lambda's service model. */
  private static final Map<String, Text> REQUIRED = required();

  /** The members without effect in the emulator. */
  private static final Set<String> IGNORED = Set.of("RevisionId", "EventSourceToken");

  private static final Set<String> OPTIONAL = Set.of("SourceArn", "SourceAccount");

  /** An account, a service, an ARN of IAM, or everybody. */
  private static final Pattern PRINCIPAL =
      Pattern.compile("\\*|\\d{12}|[a-z0-9.-]+\\.amazonaws\\.com|arn:aws[a-z-]*:(iam|sts)::.+");

  @Override
  public LambdaEndpoint endpoint() {
    return LambdaEndpoint.of("POST", "/functions/{FunctionName}/policy");
  }

  @Override
  public Response execute(LambdaRequest request) {
    InvocationTarget target = request.target(registry);
    if (FunctionName.LATEST.equals(target.name().qualifier())) {
      throw LambdaErrors.invalidParameter(
          "We currently do not support adding policies for $LATEST.");
    }
    Permission permission = permission(target, LambdaJson.object(request.http().text()));
    if (!policy.add(permission)) {
      throw LambdaErrors.statementExists(permission.statementId());
    }
    return LambdaResponse.json(
        201, Json.object("Statement", Json.text(permission.statement(target.invokedArn()))));
  }

  /** Returns the permission in a request; throws {@link AwsException} if it is invalid. */
  private static Permission permission(InvocationTarget target, JsonObject statement) {
    check(statement);
    String principal = LambdaJson.required(statement, "Principal");
    if (!PRINCIPAL.matcher(principal).matches()) {
      throw LambdaErrors.invalidParameter(
          "The provided principal was invalid. Please check the principal and try again.");
    }
    return new Permission(
        LambdaJson.required(statement, "StatementId"),
        target.name(),
        LambdaJson.required(statement, "Action"),
        principal,
        LambdaJson.optional(statement, "SourceArn"),
        LambdaJson.optional(statement, "SourceAccount"));
  }

  private static void check(JsonObject statement) {
    Violations violations = new Violations();
    REQUIRED.forEach((name, constraint) -> check(statement, name, constraint, violations));
    violations.throwIfAny(LambdaErrors::validation);
    for (String member : statement.keySet()) {
      if (!REQUIRED.containsKey(member)
          && !OPTIONAL.contains(member)
          && !IGNORED.contains(member)
          && !statement.get(member).isJsonNull()) {
        throw LambdaErrors.invalidParameter(
            "The local emulator does not support %s of AddPermission".formatted(member));
      }
    }
  }

  private static void check(
      JsonObject statement, String name, Constraint.Text constraint, Violations violations) {
    String path = Character.toLowerCase(name.charAt(0)) + name.substring(1);
    String value = LambdaJson.optional(statement, name);
    if (value == null) {
      violations.addMissing(path, false);
    } else {
      constraint.check(path, value, violations);
    }
  }

  private static Map<String, Text> required() {
    Map<String, Text> required = new LinkedHashMap<>();
    required.put("StatementId", new Text(1, 100, Pattern.compile("([a-zA-Z0-9-_]+)"), false));
    required.put(
        "Action",
        new Text(
            0, Integer.MAX_VALUE, Pattern.compile("(lambda:[*]|lambda:[a-zA-Z]+|[*])"), false));
    required.put("Principal", new Text(0, Integer.MAX_VALUE, Pattern.compile("[^\\s]+"), false));
    return required;
  }
}
