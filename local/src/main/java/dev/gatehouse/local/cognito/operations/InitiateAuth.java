package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsException;
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
import dev.gatehouse.local.cognito.signin.AuthParameters;
import dev.gatehouse.local.cognito.signin.PasswordSignIn;
import dev.gatehouse.local.cognito.signin.RefreshTokenSignIn;
import java.util.List;

/** The operation that signs a user in with a password or a refresh token. */
public record InitiateAuth(
    UserPools pools, PasswordSignIn passwordSignIn, RefreshTokenSignIn refreshTokenSignIn)
    implements Operation {
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
    return RequestShape.builder()
        .required("AuthFlow", FLOWS)
        .optional("AuthParameters", new TextMap(true))
        .optional("ClientMetadata", MemberConstraints.CLIENT_METADATA)
        .required("ClientId", MemberConstraints.CLIENT_ID)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    AppClient app = pools.client(request.text("ClientId"));
    AuthParameters parameters = new AuthParameters(request.map("AuthParameters"));
    String flow = request.text("AuthFlow");
    return switch (flow) {
      case "USER_PASSWORD_AUTH" -> {
        requireFlow(app, flow);
        yield passwordSignIn.signIn(app, parameters);
      }
      case "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN" -> {
        requireFlow(app, "REFRESH_TOKEN_AUTH");
        yield refreshTokenSignIn.signIn(app, parameters);
      }
      case "ADMIN_NO_SRP_AUTH", "ADMIN_USER_PASSWORD_AUTH" ->
          throw CognitoErrors.invalidParameter("Initiate Auth method not supported.");
      default -> {
        requireFlow(app, flow);
        throw new AwsException(
            "UnsupportedOperationException",
            flow
                + " is not supported by the local emulator; USER_PASSWORD_AUTH and"
                + " REFRESH_TOKEN_AUTH are.");
      }
    };
  }

  private static void requireFlow(AppClient app, String flow) {
    if (!app.settings().authFlows().contains("ALLOW_" + flow)) {
      throw CognitoErrors.invalidParameter(flow + " flow not enabled for this client");
    }
  }
}
