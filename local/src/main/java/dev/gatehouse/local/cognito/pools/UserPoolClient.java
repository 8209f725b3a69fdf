package dev.gatehouse.local.cognito.pools;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.settings.AppClientSettings;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An app client of a user pool, as CreateUserPoolClient creates it.
 *
 * @param secret null for a public client
 */
public record UserPoolClient(
    String id,
    @Nullable String secret,
    AppClientSettings settings,
    Instant created,
    Instant lastModified) {

  /**
   * The persistent state of an app client.
   *
   * @param lastModified null in older state files
   */
  public record Snapshot(
      String id,
      @Nullable String secret,
      JsonObject declared,
      Instant created,
      @Nullable Instant lastModified) {}

  /** Returns a new app client. */
  public static UserPoolClient create(
      String id, @Nullable String secret, AppClientSettings settings, Instant now) {
    return new UserPoolClient(id, secret, settings, now, now);
  }

  /** Returns the app client under other settings. */
  public UserPoolClient with(AppClientSettings other, Instant now) {
    return new UserPoolClient(id, secret, other, created, now);
  }

  /** Returns the persistent state. */
  public Snapshot snapshot() {
    return new Snapshot(id, secret, settings.declared(), created, lastModified);
  }

  /** Returns the app client of a persistent state. */
  public static UserPoolClient of(Snapshot snapshot) {
    return new UserPoolClient(
        snapshot.id(),
        snapshot.secret(),
        AppClientSettings.of(snapshot.declared()),
        snapshot.created(),
        Objects.requireNonNullElse(snapshot.lastModified(), snapshot.created()));
  }
}
