package dev.gatehouse.local.functions;

import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Knows which service may invoke which function, from the permissions of the plan. */
final class ResourcePolicy {

  private static final Set<String> ACTIONS = Set.of("lambda:InvokeFunction", "lambda:*", "*");

  private final List<Resource> permissions;

  /** Reads the permissions; throws {@code PlanInvalid} for one that the catalogue cannot place. */
  ResourcePolicy(Plan plan, Catalogue catalogue) {
    permissions =
        plan.ofType("aws:lambda/permission:Permission").stream()
            .map(FunctionCheck::permission)
            .toList();
    for (Resource permission : permissions) {
      if (catalogue.find(granted(permission)).isEmpty()) {
        throw FunctionCheck.invalid(
            permission,
            "is for %s, which the plan does not declare".formatted(granted(permission)));
      }
    }
  }

  /** Returns whether this principal may invoke the function by this name on behalf of the ARN. */
  boolean allows(FunctionName name, String principal, String sourceArn) {
    return permissions.stream()
        .filter(permission -> covers(granted(permission), name))
        .filter(permission -> ACTIONS.contains(permission.input("action")))
        .filter(permission -> Set.of("*", principal).contains(permission.input("principal")))
        .anyMatch(permission -> conditionsHold(permission, sourceArn));
  }

  /**
   * Tells a policy of a qualifier from the one of the function: who calls {@code f:live} is let in
   * by the first alone, who calls {@code f} by the second.
   */
  private static boolean covers(FunctionName granted, FunctionName called) {
    return granted.name().equals(called.name()) && qualifier(granted).equals(qualifier(called));
  }

  private static String qualifier(FunctionName name) {
    return name.qualifier() == null ? FunctionName.LATEST : name.qualifier();
  }

  private static FunctionName granted(Resource permission) {
    String function = permission.input("function");
    FunctionName name =
        FunctionName.parse(function)
            .orElseThrow(() ->
                FunctionCheck.invalid(permission, "is for %s, no function".formatted(function)));
    return permission.optionalInput("qualifier").map(name::at).orElse(name);
  }

  private static boolean conditionsHold(Resource permission, String sourceArn) {
    return permission
            .optionalInput("sourceArn")
            .map(pattern -> arnLike(pattern, sourceArn))
            .orElse(true)
        && permission
            .optionalInput("sourceAccount")
            .map(account -> account.equals(account(sourceArn)))
            .orElse(true);
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
