package dev.gatehouse.local.cognito.pools;

import dev.gatehouse.local.cognito.settings.AppClientSettings;

/** An app client together with its user pool. */
public record AppClient(UserPool pool, UserPoolClient client) {

  /** Returns the client id. */
  public String id() {
    return client.id();
  }

  /** Returns the settings of the app client. */
  public AppClientSettings settings() {
    return client.settings();
  }

  /** Returns whether responses must not reveal which users exist. */
  public boolean preventUserExistenceErrors() {
    return client.settings().preventUserExistenceErrors();
  }
}
