package dev.gatehouse.local.lambda.registry;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.plan.Resource;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement in the resource policy of a function.
 *
 * @param statementId the name of the statement, unique in its policy
 * @param function the function, with the qualifier whose policy contains the statement
 * @param sourceArn a pattern for the ARN of the resource that causes the call, null for any
 * @param sourceAccount the account of that ARN, null for any
 */
public record Permission(
    String statementId,
    FunctionName function,
    String action,
    String principal,
    @Nullable String sourceArn,
    @Nullable String sourceAccount) {

  private static final String ACCOUNT = "000000000000";
  private static final Set<String> ACTIONS = Set.of("lambda:InvokeFunction", "lambda:*", "*");

  /** Returns the permission of a resource; throws {@code PlanInvalid} if it is not supported. */
  static Permission of(Resource resource) {
    FunctionCheck.permission(resource);
    String function = resource.input("function");
    FunctionName name =
        FunctionName.parse(function)
            .orElseThrow(
                () ->
                    resource.refused(
                        "names the function %s, which is not a valid name".formatted(function)));
    return new Permission(
        resource.optionalInput("statementId").orElse(resource.name()),
        resource.optionalInput("qualifier").map(name::qualifiedBy).orElse(name),
        resource.input("action"),
        resource.input("principal"),
        resource.optionalInput("sourceArn").orElse(null),
        resource.optionalInput("sourceAccount").orElse(null));
  }

  /** Returns whether this principal may invoke the function by this name for the ARN. */
  boolean allows(FunctionName name, String caller, String callerArn) {
    return covers(name)
        && ACTIONS.contains(action)
        && Set.of("*", caller).contains(principal)
        && (sourceArn == null || arnLike(sourceArn, callerArn))
        && (sourceAccount == null || sourceAccount.equals(account(callerArn)));
  }

  /**
   * Returns whether the statement is in the policy of this name. The policies of {@code f:live} and
   * of {@code f} are separate.
   */
  boolean covers(FunctionName name) {
    return function.name().equals(name.name())
        && function.qualifierOrLatest().equals(name.qualifierOrLatest());
  }

  /** Returns whether another permission is a statement of the same id in the same policy. */
  boolean hasKeyOf(Permission other) {
    return key().equals(other.key());
  }

  /** Returns what names the statement among those of all policies. */
  String key() {
    return function.name() + ":" + function.qualifierOrLatest() + "/" + statementId;
  }

  /**
   * Returns the statement as IAM writes it.
   *
   * @param resourceArn the ARN of the function, with the qualifier
   */
  public JsonObject statement(String resourceArn) {
    JsonObject statement =
        Json.object(
            "Sid", statementId,
            "Effect", "Allow",
            "Principal", principalElement(),
            "Action", action,
            "Resource", resourceArn);
    JsonObject condition = new JsonObject();
    if (sourceAccount != null) {
      condition.add("StringEquals", Json.object("AWS:SourceAccount", sourceAccount));
    }
    if (sourceArn != null) {
      condition.add("ArnLike", Json.object("AWS:SourceArn", sourceArn));
    }
    if (!condition.isEmpty()) {
      statement.add("Condition", condition);
    }
    return statement;
  }

  private Object principalElement() {
    if (principal.equals("*")) {
      return "*";
    }
    if (principal.matches("\\d{12}")) {
      return Json.object("AWS", "arn:aws:iam::%s:root".formatted(principal));
    }
    return Json.object(principal.startsWith("arn:") ? "AWS" : "Service", principal);
  }

  private static @Nullable String account(String arn) {
    String[] parts = arn.split(":", 6);
    // The ARN of a bucket has none: buckets here are of the one account that there is.
    return parts.length < 6 ? null : parts[4].isEmpty() ? ACCOUNT : parts[4];
  }

  /** Returns whether an ARN matches a pattern by IAM's ArnLike: {@code *}, {@code ?} per part. */
  static boolean arnLike(String pattern, String arn) {
    String[] patterns = pattern.split(":", 6);
    String[] parts = arn.split(":", 6);
    if (patterns.length != 6 || parts.length != 6) {
      return pattern.equals("*");
    }
    for (int i = 0; i < 6; i++) {
      if (!glob(patterns[i]).matcher(parts[i]).matches()) {
        return false;
      }
    }
    return true;
  }

  private static Pattern glob(String pattern) {
    String quoted = Pattern.quote(pattern);
    return Pattern.compile(quoted.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
  }
}
