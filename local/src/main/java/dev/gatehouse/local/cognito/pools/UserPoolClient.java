package dev.gatehouse.local.cognito.pools;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.settings.AppClientSettings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An app client of a user pool, as CreateUserPoolClient creates it.
 *
 * @param secret null for a public client
 */
public record UserPoolClient(
    String id, @Nullable String secret, AppClientSettings settings, Instant created) {

  /** The persistent state of an app client. */
  public record Snapshot(
      String id, @Nullable String secret, JsonObject declared, Instant created) {}

  /** Returns the persistent state. */
  public Snapshot snapshot() {
    return new Snapshot(id, secret, settings.declared(), created);
  }

  /** Returns the app client of a persistent state. */
  public static UserPoolClient of(Snapshot snapshot) {
    return new UserPoolClient(
        snapshot.id(),
        snapshot.secret(),
        AppClientSettings.of(snapshot.declared()),
        snapshot.created());
  }
}
