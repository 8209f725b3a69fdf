package dev.gatehouse.local.cognito.pools;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.settings.PoolSettings;
import dev.gatehouse.local.cognito.settings.SettingRefused;
import dev.gatehouse.local.cognito.tokens.SigningKeys;
import dev.gatehouse.local.kms.DataKeys;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Is a user pool: its settings, clients, users, sessions and keys. */
public final class UserPool {
  private final String id;
  private final String arn;
  private final Instant created;
  private final PoolSettings settings;
  private final UserDirectory users;
  private final Sessions sessions;
  private final SigningKeys keys;
  private final Map<String, PoolClient> clients = new ConcurrentSkipListMap<>();
  private final Runnable changed;

  /**
   * Is what is kept of a pool.
   *
   * @param keys its keys as a JWK set, null if they were not made yet
   */
  public record Kept(
      String id,
      String arn,
      Instant created,
      JsonObject declared,
      List<PoolClient.Kept> clients,
      List<PoolUser> users,
      List<Session> sessions,
      @Nullable String keys) {

    /** Returns a pool in which nobody is yet. */
    public static Kept empty(String id, String arn, Instant created, JsonObject declared) {
      return new Kept(id, arn, created, declared, List.of(), List.of(), List.of(), null);
    }

    /** Returns the same pool, its users and keys among it, under other settings. */
    public Kept declared(JsonObject other) {
      return new Kept(id, arn, created, other, clients, users, sessions, keys);
    }
  }

  /** Takes a pool out of what was kept; {@code changed} runs after every change of it. */
  public UserPool(Kept kept, Runnable changed) {
    this.id = kept.id();
    this.arn = kept.arn();
    this.created = kept.created();
    this.settings = PoolSettings.of(kept.declared());
    this.users = new UserDirectory(settings, kept.users(), changed);
    this.sessions = new Sessions(kept.sessions(), changed);
    this.keys = kept.keys() == null ? SigningKeys.make(changed) : SigningKeys.of(kept.keys());
    this.changed = changed;
    kept.clients().forEach(client -> clients.put(client.id(), PoolClient.of(client)));
  }

  /** Returns the pool itself; throws {@link SettingRefused} if codes cannot be sealed for it. */
  public UserPool checked(DataKeys keys) {
    String key = settings.lambda().codeKey();
    String unusable = key == null ? null : keys.unusable(key);
    if (unusable != null) {
      throw new SettingRefused("LambdaConfig.KMSKeyID", "names no key to seal codes: " + unusable);
    }
    return this;
  }

  /** Returns what is to be kept of it. */
  public Kept kept() {
    return new Kept(
        id,
        arn,
        created,
        settings.declared(),
        clients.values().stream().map(PoolClient::kept).toList(),
        users.all(),
        sessions.all(),
        keys.kept().orElse(null));
  }

  /** Adds a client, or replaces the one of the same id. */
  public void add(PoolClient client) {
    clients.put(client.id(), client);
    changed.run();
  }

  /** Removes a user for good; another of the same name must not inherit the tokens. */
  public void remove(PoolUser user) {
    sessions.forgetAllOf(user.username());
    users.remove(user.username());
  }

  /** Returns the client of this id. */
  public Optional<PoolClient> client(String clientId) {
    return Optional.ofNullable(clients.get(clientId));
  }

  /** Returns every client. */
  public List<PoolClient> clients() {
    return List.copyOf(clients.values());
  }

  /** Returns the part of the id before the underscore. */
  public String region() {
    return id.substring(0, id.indexOf('_'));
  }

  /** Returns the issuer that its tokens name, which is AWS's. */
  public String issuer() {
    return "https://cognito-idp." + region() + ".amazonaws.com/" + id;
  }

  public String id() {
    return id;
  }

  public String arn() {
    return arn;
  }

  public Instant created() {
    return created;
  }

  public PoolSettings settings() {
    return settings;
  }

  public UserDirectory users() {
    return users;
  }

  public Sessions sessions() {
    return sessions;
  }

  public SigningKeys keys() {
    return keys;
  }
}
