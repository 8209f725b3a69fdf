package dev.gatehouse.local.cognito.pools;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.settings.ClientSettings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Is an app client of a pool.
 *
 * @param secret null for a client without one, such as one in a browser
 */
public record PoolClient(
    String id, @Nullable String secret, ClientSettings settings, Instant created) {

  /** Is what is kept of a client. */
  public record Kept(String id, @Nullable String secret, JsonObject declared, Instant created) {}

  /** Returns what is to be kept of it. */
  public Kept kept() {
    return new Kept(id, secret, settings.declared(), created);
  }

  /** Returns the client that was kept. */
  public static PoolClient of(Kept kept) {
    return new PoolClient(
        kept.id(), kept.secret(), ClientSettings.of(kept.declared()), kept.created());
  }
}
