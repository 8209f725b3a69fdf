package dev.gatehouse.local.cognito.signin;

import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.triggers.CallerContext;
import java.util.Map;

/** A request of an app client to sign a user in, or the response to a challenge. */
public record SignInRequest(
    AppClient app, AuthParameters parameters, Map<String, String> clientMetadata) {

  /** Returns the caller for trigger events. */
  CallerContext caller() {
    return new CallerContext(app.id(), clientMetadata);
  }

  /** Returns USERNAME of an authenticated app client; throws NotAuthorizedException. */
  String username() {
    String username = parameters.required("USERNAME");
    SecretHash.check(app, username, parameters.secretHash());
    return username;
  }
}
