package dev.gatehouse.local.iam;

import dev.gatehouse.local.iam.policy.AccessRequest;
import dev.gatehouse.local.iam.policy.IamPrincipal.AssumedRole;
import dev.gatehouse.local.iam.policy.IamPrincipal.AwsService;
import dev.gatehouse.local.iam.policy.PolicyDocument.Effect;
import java.util.Optional;

/** IAM's decision about requests within the account: an explicit Deny comes before any Allow. */
public final class Authorizer {

  private final IamRoles roles;
  private final ResourcePolicies resources;
  private final AccessLog log;

  Authorizer(IamRoles roles, ResourcePolicies resources, AccessLog log) {
    this.roles = roles;
    this.resources = resources;
    this.log = log;
  }

  /** Returns the refusal of a request, or an empty Optional if it is allowed; records both. */
  public Optional<Denial> deny(AccessRequest request) {
    Optional<Denial> denial = decide(request).map(reason -> new Denial(request, reason));
    denial.ifPresentOrElse(log::refused, () -> log.allowed(request));
    return denial;
  }

  private Optional<String> decide(AccessRequest request) {
    Effect identity =
        switch (request.principal()) {
          case AssumedRole role ->
              roles.withArn(role.roleArn()).map(it -> it.effect(request)).orElse(Effect.NONE);
          case AwsService service -> Effect.NONE;
        };
    Effect resource = resources.effect(request);
    if (identity == Effect.DENY || resource == Effect.DENY) {
      return Optional.of(
          "with an explicit deny in %s policy"
              .formatted(identity == Effect.DENY ? "an identity-based" : "a resource-based"));
    }
    boolean key = request.action().startsWith("kms:");
    boolean byIdentity = identity == Effect.ALLOW && (!key || resource == Effect.DELEGATE);
    if (resource == Effect.ALLOW || byIdentity) {
      return Optional.empty();
    }
    boolean lacksResourcePolicy =
        request.principal() instanceof AwsService || (key && resource == Effect.NONE);
    return Optional.of(
        "because no %s policy allows the %s action"
            .formatted(
                lacksResourcePolicy ? "resource-based" : "identity-based", request.action()));
  }
}
