package dev.gatehouse.local.functions;

import dev.gatehouse.local.plan.Resource;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Is one statement of a resource policy.
 *
 * @param function the function, with the qualifier that the statement is attached to
 * @param sourceArn a pattern for the ARN on whose behalf the principal calls, null for any
 * @param sourceAccount the account of that ARN, null for any
 */
record Permission(
    FunctionName function,
    String action,
    String principal,
    @Nullable String sourceArn,
    @Nullable String sourceAccount) {

  private static final Set<String> ACTIONS = Set.of("lambda:InvokeFunction", "lambda:*", "*");

  /** Reads one of the plan; throws {@code PlanInvalid} for what cannot be honoured. */
  static Permission of(Resource resource) {
    FunctionCheck.permission(resource);
    String function = resource.input("function");
    FunctionName name =
        FunctionName.parse(function)
            .orElseThrow(() -> resource.refused("is for %s, no function".formatted(function)));
    return new Permission(
        resource.optionalInput("qualifier").map(name::at).orElse(name),
        resource.input("action"),
        resource.input("principal"),
        resource.optionalInput("sourceArn").orElse(null),
        resource.optionalInput("sourceAccount").orElse(null));
  }

  /** Returns whether it lets this principal invoke the function by this name for the ARN. */
  boolean allows(FunctionName called, String caller, String callersArn) {
    return covers(called)
        && ACTIONS.contains(action)
        && Set.of("*", caller).contains(principal)
        && (sourceArn == null || arnLike(sourceArn, callersArn))
        && (sourceAccount == null || sourceAccount.equals(account(callersArn)));
  }

  /**
   * Tells a policy of a qualifier from the one of the function: who calls {@code f:live} is let in
   * by the first alone, who calls {@code f} by the second.
   */
  private boolean covers(FunctionName called) {
    return function.name().equals(called.name())
        && function.qualifierOrLatest().equals(called.qualifierOrLatest());
  }

  private static @Nullable String account(String arn) {
    String[] parts = arn.split(":", 6);
    return parts.length == 6 ? parts[4] : null;
  }

  /** Compares as IAM's ArnLike does: the six parts one by one, {@code *} and {@code ?} in each. */
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
