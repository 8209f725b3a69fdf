package dev.gatehouse.local.iam;

import dev.gatehouse.local.iam.policy.AccessRequest;
import dev.gatehouse.local.iam.policy.IamPrincipal.AssumedRole;
import dev.gatehouse.local.iam.policy.PolicyDocument.Effect;
import java.util.stream.Stream;

/** The role with which API Gateway writes logs; AWS checks it when the account gets it. */
record LogRole(IamRole role) {

  private static final String LOG_GROUP = "arn:aws:logs:us-east-1:000000000000:log-group:any";

  /** Returns whether the role allows what API Gateway needs for its logs. */
  boolean permitsApiGateway() {
    AssumedRole session = new AssumedRole(role.arn(), "BackplaneAssumeRoleSession");
    return Stream.of("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents")
        .map(action -> new AccessRequest(session, action, LOG_GROUP + ":log-stream:"))
        .allMatch(request -> role.effect(request) == Effect.ALLOW);
  }
}
