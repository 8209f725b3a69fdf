package dev.gatehouse.local.cognito.pools;

import dev.gatehouse.local.cognito.settings.ClientSettings;

/** Is a client together with the pool it belongs to. */
public record AppClient(UserPool pool, PoolClient client) {

  /** Returns the id of the client. */
  public String id() {
    return client.id();
  }

  /** Returns the settings of the client. */
  public ClientSettings settings() {
    return client.settings();
  }

  /** Tells whether answers must not give away who has an account. */
  public boolean hidesUnknownUsers() {
    return client.settings().hidesUnknownUsers();
  }
}
