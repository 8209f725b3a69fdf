package dev.gatehouse.local.iam;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.iam.RoleSessions.SignedRequest;
import dev.gatehouse.local.iam.policy.AccessRequest;
import dev.gatehouse.local.iam.requests.AwsAction;
import dev.gatehouse.local.iam.requests.RequestActions;
import dev.gatehouse.local.iam.requests.RequestActions.ServiceActions;
import java.util.Optional;

/**
 * The check of requests on the AWS port. The policies of a function's role decide its requests;
 * every other caller is the account's administrator.
 */
public record AccessCheck(Iam iam, RequestActions actions) {

  /** Returns the refusal of a request, or an empty Optional if it is allowed. */
  public Optional<Response> refuse(Request request) {
    return iam.sessions().of(request).flatMap(signed -> refuse(request, signed));
  }

  private Optional<Response> refuse(Request request, SignedRequest signed) {
    Optional<ServiceActions> needed = actions.of(request, signed.service());
    if (needed.isEmpty()) {
      return Optional.empty();
    }
    for (AwsAction action : needed.get().actions()) {
      Optional<Denial> denial =
          iam.authorizer()
              .deny(
                  new AccessRequest(
                      signed.session(), action.action(), action.resource(), action.context()));
      if (denial.isPresent()) {
        return denial.map(it -> DeniedResponse.of(needed.get().api(), it));
      }
    }
    return Optional.empty();
  }
}
