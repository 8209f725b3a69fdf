package dev.gatehouse.local.iam.policy;

import dev.gatehouse.local.iam.policy.IamPrincipal.AssumedRole;
import dev.gatehouse.local.iam.policy.IamPrincipal.AwsService;
import java.util.Set;

/**
 * The element Principal of a statement in a resource's policy.
 *
 * @param aws accounts, ARNs of roles and of their sessions, or {@code *}
 * @param services the names of services
 */
record PrincipalElement(Set<String> aws, Set<String> services) {

  /** Returns whether the statement names the principal itself. */
  boolean names(IamPrincipal principal) {
    return switch (principal) {
      case AwsService service -> aws.contains("*") || services.contains(service.name());
      case AssumedRole role ->
          aws.contains("*") || aws.contains(role.roleArn()) || aws.contains(role.name());
    };
  }

  /** Returns whether the statement names the account, whose own policies then decide. */
  boolean namesAccountOf(IamPrincipal principal) {
    return principal instanceof AssumedRole role
        && (aws.contains(role.account())
            || aws.contains("arn:aws:iam::%s:root".formatted(role.account())));
  }
}
