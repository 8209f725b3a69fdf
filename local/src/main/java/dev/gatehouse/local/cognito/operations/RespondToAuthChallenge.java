package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint.Text;
import dev.gatehouse.local.awsjson.Constraint.TextMap;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.signin.AuthParameters;
import dev.gatehouse.local.cognito.signin.NewPasswordChallenge;

/** The operation that responds to a challenge; NEW_PASSWORD_REQUIRED is supported. */
public record RespondToAuthChallenge(UserPools pools, NewPasswordChallenge newPasswordChallenge)
    implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .required("ClientId", MemberConstraints.CLIENT_ID)
        .required("ChallengeName", new Text(1, 64, null, false))
        .optional("Session", MemberConstraints.SESSION)
        .optional("ChallengeResponses", new TextMap(true))
        .optional("ClientMetadata", MemberConstraints.CLIENT_METADATA)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    AppClient app = pools.client(request.text("ClientId"));
    if (!request.text("ChallengeName").equals("NEW_PASSWORD_REQUIRED")) {
      throw CognitoErrors.invalidParameter(
          "The local emulator supports only the challenge NEW_PASSWORD_REQUIRED.");
    }
    String session =
        request
            .optional("Session")
            .orElseThrow(
                () -> CognitoErrors.invalidParameter("Missing required parameter Session"));
    return newPasswordChallenge.respond(
        app, session, new AuthParameters(request.map("ChallengeResponses")));
  }
}
