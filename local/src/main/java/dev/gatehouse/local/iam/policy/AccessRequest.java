package dev.gatehouse.local.iam.policy;

import java.util.Map;

/**
 * A request that policies allow or deny.
 *
 * @param action the action, such as {@code dynamodb:PutItem}
 * @param resource the ARN, or {@code *} for actions without resources
 * @param context the condition keys of the request, in lower case, with their values
 */
public record AccessRequest(
    IamPrincipal principal, String action, String resource, Map<String, String> context) {

  /** Creates a request from a copy of the context. */
  public AccessRequest {
    context = Map.copyOf(context);
  }

  /** Creates a request without condition keys. */
  public AccessRequest(IamPrincipal principal, String action, String resource) {
    this(principal, action, resource, Map.of());
  }
}
