package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.signin.NewPasswordChallenge;
import dev.gatehouse.local.cognito.signin.Parameters;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Constraint.Text;
import dev.gatehouse.local.cognito.wire.Constraint.Texts;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Shape;

/** Takes the new password of somebody whom an administrator created. */
record RespondToAuthChallenge(UserPools pools, NewPasswordChallenge newPassword)
    implements Operation {

  @Override
  public Shape shape() {
    return Shape.with()
        .required("ClientId", Shape.CLIENT_ID)
        .required("ChallengeName", new Text(1, 64, null, false))
        .optional("Session", Shape.SESSION)
        .optional("ChallengeResponses", new Texts(true))
        .optional("ClientMetadata", Shape.METADATA)
        .shape();
  }

  @Override
  public JsonObject answer(Input input) {
    AppClient app = pools.client(input.text("ClientId"));
    if (!input.text("ChallengeName").equals("NEW_PASSWORD_REQUIRED")) {
      throw CognitoError.invalidParameter(
          "The only challenge on this machine is NEW_PASSWORD_REQUIRED.");
    }
    String session =
        input
            .optional("Session")
            .orElseThrow(() -> CognitoError.invalidParameter("Missing required parameter Session"));
    return newPassword.respond(app, session, new Parameters(input.map("ChallengeResponses")));
  }
}
