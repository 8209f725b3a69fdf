package dev.gatehouse.local.cognito.requests;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.settings.AppClientSettings;

/** The rules for app clients that need more than their own settings. */
public final class AppClientRules {

  private AppClientRules() {}

  /**
   * Throws InvalidOAuthFlowException for flows that exclude each other or need a secret, and
   * ScopeDoesNotExistException for a scope that the pool does not have.
   */
  public static void check(UserPool pool, AppClientSettings settings, boolean hasSecret) {
    if (settings.oauth().clientCredentials()) {
      if (settings.oauth().codeFlow()) {
        throw invalidFlow("along with code flow or implicit flow.");
      }
      if (!hasSecret) {
        throw invalidFlow("if client does not have a client secret.");
      }
    }
    pool.resources().requireScopes(settings.oauth().scopes());
  }

  private static AwsException invalidFlow(String reason) {
    return new AwsException(
        "InvalidOAuthFlowException", "client_credentials flow can not be selected " + reason);
  }
}
