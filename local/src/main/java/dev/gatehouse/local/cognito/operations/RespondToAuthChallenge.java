package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint;
import dev.gatehouse.local.awsjson.Constraint.OneOf;
import dev.gatehouse.local.awsjson.Constraint.TextMap;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.signin.AuthParameters;
import dev.gatehouse.local.cognito.signin.SignInFlows;
import dev.gatehouse.local.cognito.signin.SignInRequest;
import java.util.List;

/** The operation that responds to a challenge. */
public record RespondToAuthChallenge(UserPools pools, SignInFlows signIn) implements Operation {
  private static final Constraint CHALLENGES =
      new OneOf(
          List.of(
              "SMS_MFA",
              "EMAIL_OTP",
              "SOFTWARE_TOKEN_MFA",
              "SELECT_MFA_TYPE",
              "MFA_SETUP",
              "PASSWORD_VERIFIER",
              "CUSTOM_CHALLENGE",
              "SELECT_CHALLENGE",
              "DEVICE_SRP_AUTH",
              "DEVICE_PASSWORD_VERIFIER",
              "ADMIN_NO_SRP_AUTH",
              "NEW_PASSWORD_REQUIRED",
              "SMS_OTP",
              "PASSWORD",
              "WEB_AUTHN",
              "PASSWORD_SRP"));

  @Override
  public RequestShape shape() {
    return members(RequestShape.builder()).build();
  }

  /** Adds the members that AdminRespondToAuthChallenge has too. */
  static RequestShape.Builder members(RequestShape.Builder shape) {
    return shape
        .required("ClientId", MemberConstraints.CLIENT_ID)
        .required("ChallengeName", CHALLENGES)
        .optional("Session", MemberConstraints.SESSION)
        .optional("ChallengeResponses", new TextMap(true))
        .optional("ClientMetadata", MemberConstraints.CLIENT_METADATA);
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    return respond(signIn, request, pools.client(request.text("ClientId")));
  }

  /** Responds to the challenge of an app client, as AdminRespondToAuthChallenge does too. */
  static JsonObject respond(SignInFlows signIn, AwsRequest request, AppClient app) {
    return signIn.respond(
        request.text("ChallengeName"),
        request.optional("Session"),
        new SignInRequest(
            app,
            new AuthParameters(request.map("ChallengeResponses")),
            request.map("ClientMetadata")));
  }
}
