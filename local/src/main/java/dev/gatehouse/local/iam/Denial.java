package dev.gatehouse.local.iam;

import dev.gatehouse.local.iam.policy.AccessRequest;

/**
 * The refusal of a request.
 *
 * @param reason the end of AWS's message, such as "because no identity-based policy allows ..."
 */
public record Denial(AccessRequest request, String reason) {

  /** Returns AWS's message for most services. */
  public String message() {
    return message(request.action());
  }

  /** Returns AWS's message with the action as the service writes it. */
  public String message(String action) {
    return "User: %s is not authorized to perform: %s on resource: %s %s"
        .formatted(
            request.principal().name(),
            action,
            request.resource(),
            reason.replace(request.action(), action));
  }

  /** Returns the message of SES. */
  public String sesMessage() {
    return "User `%s' is not authorized to perform `%s' on resource `%s'"
        .formatted(request.principal().name(), request.action(), request.resource());
  }
}
