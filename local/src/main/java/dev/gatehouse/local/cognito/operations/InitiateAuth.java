package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.signin.Parameters;
import dev.gatehouse.local.cognito.signin.PasswordSignIn;
import dev.gatehouse.local.cognito.signin.RefreshSignIn;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Constraint;
import dev.gatehouse.local.cognito.wire.Constraint.OneOf;
import dev.gatehouse.local.cognito.wire.Constraint.Texts;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Shape;
import java.util.List;

/** Signs a user in, by password or by refresh token. */
record InitiateAuth(UserPools pools, PasswordSignIn byPassword, RefreshSignIn byRefresh)
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
  public Shape shape() {
    return Shape.with()
        .required("AuthFlow", FLOWS)
        .optional("AuthParameters", new Texts(true))
        .optional("ClientMetadata", Shape.METADATA)
        .required("ClientId", Shape.CLIENT_ID)
        .shape();
  }

  @Override
  public JsonObject answer(Input input) {
    AppClient app = pools.client(input.text("ClientId"));
    Parameters parameters = new Parameters(input.map("AuthParameters"));
    String flow = input.text("AuthFlow");
    return switch (flow) {
      case "USER_PASSWORD_AUTH" -> {
        demand(app, flow);
        yield byPassword.signIn(app, parameters);
      }
      case "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN" -> {
        demand(app, "REFRESH_TOKEN_AUTH");
        yield byRefresh.signIn(app, parameters);
      }
      case "ADMIN_NO_SRP_AUTH", "ADMIN_USER_PASSWORD_AUTH" ->
          throw CognitoError.invalidParameter("Initiate Auth method not supported.");
      default -> {
        demand(app, flow);
        throw new CognitoError(
            "UnsupportedOperationException",
            flow + " is not there on this machine; USER_PASSWORD_AUTH and REFRESH_TOKEN_AUTH are.");
      }
    };
  }

  private static void demand(AppClient app, String flow) {
    if (!app.settings().flows().contains("ALLOW_" + flow)) {
      throw CognitoError.invalidParameter(flow + " flow not enabled for this client");
    }
  }
}
