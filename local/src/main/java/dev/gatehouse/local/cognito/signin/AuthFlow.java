package dev.gatehouse.local.cognito.signin;

import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;

/** The authentication flows. */
public enum AuthFlow {
  USER_PASSWORD_AUTH("USER_PASSWORD_AUTH flow not enabled for this client"),
  ADMIN_USER_PASSWORD_AUTH("Auth flow not enabled for this client"),
  USER_SRP_AUTH("USER_SRP_AUTH is not enabled for the client."),
  CUSTOM_AUTH("CUSTOM_AUTH is not enabled for the client."),
  USER_AUTH("USER_AUTH is not enabled for the client."),
  REFRESH_TOKEN_AUTH("REFRESH_TOKEN_AUTH flow not enabled for this client");

  private final String notEnabled;

  AuthFlow(String notEnabled) {
    this.notEnabled = notEnabled;
  }

  /** Returns the flow of this name, which may be an older one. */
  public static AuthFlow named(String name) {
    return switch (name) {
      case "ADMIN_NO_SRP_AUTH" -> ADMIN_USER_PASSWORD_AUTH;
      case "REFRESH_TOKEN" -> REFRESH_TOKEN_AUTH;
      default -> valueOf(name);
    };
  }

  /** Throws InvalidParameterException if the app client does not allow the flow. */
  void requireEnabled(AppClient app) {
    if (!app.settings().authFlows().contains("ALLOW_" + name())) {
      throw CognitoErrors.invalidParameter(notEnabled);
    }
  }
}
