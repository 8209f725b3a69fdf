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
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.signin.AuthFlow;
import dev.gatehouse.local.cognito.signin.AuthParameters;
import dev.gatehouse.local.cognito.signin.SignInFlows;
import dev.gatehouse.local.cognito.signin.SignInRequest;
import java.util.List;

/** The operation that signs a user in with a password, by SRP or with a refresh token. */
public record InitiateAuth(UserPools pools, SignInFlows signIn) implements Operation {
  private static final Constraint FLOWS =
      new OneOf(
          List.of(
              "USER_SRP_AUTH",
              "REFRESH_TOKEN_AUTH",
              "REFRESH_TOKEN",
              "CUSTOM_AUTH",
              "ADMIN_NO_SRP_AUTH",
              "USER_PASSWORD_AUTH",
              "ADMIN_USER_PASSWORD_AUTH",
              "USER_AUTH"));

  @Override
  public RequestShape shape() {
    return members(RequestShape.builder()).build();
  }

  /** Adds the members that AdminInitiateAuth has too. */
  static RequestShape.Builder members(RequestShape.Builder shape) {
    return shape
        .required("AuthFlow", FLOWS)
        .optional("AuthParameters", new TextMap(true))
        .optional("ClientMetadata", MemberConstraints.CLIENT_METADATA)
        .optional("Session", MemberConstraints.SESSION)
        .required("ClientId", MemberConstraints.CLIENT_ID);
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    return initiate(
        signIn, request, pools.client(request.text("ClientId")), AuthFlow.ADMIN_USER_PASSWORD_AUTH);
  }

  /** Signs in through an app client, by any flow but the one of the other operation. */
  static JsonObject initiate(
      SignInFlows signIn, AwsRequest request, AppClient app, AuthFlow refused) {
    SignInRequest signInRequest =
        new SignInRequest(
            app, new AuthParameters(request.map("AuthParameters")), request.map("ClientMetadata"));
    AuthFlow flow = AuthFlow.named(request.text("AuthFlow"));
    if (flow == refused) {
      throw CognitoErrors.invalidParameter("Initiate Auth method not supported.");
    }
    return signIn.initiate(flow, signInRequest, request.optional("Session"));
  }
}
