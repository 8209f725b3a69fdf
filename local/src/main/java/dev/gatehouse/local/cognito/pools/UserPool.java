package dev.gatehouse.local.cognito.pools;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.domains.PoolResources;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.settings.UnsupportedSettingException;
import dev.gatehouse.local.cognito.settings.UserPoolSettings;
import dev.gatehouse.local.cognito.srp.SrpVerifier;
import dev.gatehouse.local.cognito.tokens.TokenIssuerUrls;
import dev.gatehouse.local.cognito.tokens.TokenKeys;
import dev.gatehouse.local.kms.DataKeys;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A user pool with its settings, app clients, users, sessions and keys. */
public final class UserPool {
  private final String id;
  private final String arn;
  private final Instant created;
  private volatile UserPoolSettings settings;
  private volatile Instant modified;
  private final UserDirectory users;
  private final SignInSessions sessions;
  private final Groups groups;
  private final PoolResources resources;
  private final TokenKeys keys;
  private final Map<String, UserPoolClient> clients = new ConcurrentSkipListMap<>();
  private final String issuer;
  private final UserPoolEntries entries;

  /**
   * The persistent state of a user pool.
   *
   * @param keys its keys as a JWK set, null if they are not generated yet
   * @param groups its groups, null for none
   * @param modified when its settings last changed, null for a new pool
   * @param resources its domains and resource servers, null for none
   */
  public record Snapshot(
      String id,
      String arn,
      Instant created,
      JsonObject declared,
      List<UserPoolClient.Snapshot> clients,
      List<PoolUser> users,
      List<SignInSession> sessions,
      @Nullable String keys,
      @Nullable List<Group> groups,
      @Nullable Instant modified,
      PoolResources.@Nullable Snapshot resources) {

    /** Returns the state of a new pool without users. */
    public static Snapshot empty(String id, String arn, Instant created, JsonObject declared) {
      return new Snapshot(
          id, arn, created, declared, List.of(), List.of(), List.of(), null, null, null, null);
    }

    /** Returns the same pool with these clients, users, sessions, keys and groups. */
    Snapshot with(
        List<UserPoolClient.Snapshot> itsClients,
        List<PoolUser> itsUsers,
        List<SignInSession> itsSessions,
        @Nullable String itsKeys,
        List<Group> itsGroups) {
      return new Snapshot(
          id,
          arn,
          created,
          declared,
          itsClients,
          itsUsers,
          itsSessions,
          itsKeys,
          itsGroups,
          modified,
          resources);
    }

    /** Returns the same state, with its users and keys, under other settings. */
    public Snapshot withDeclared(JsonObject other) {
      return new Snapshot(
          id, arn, created, other, clients, users, sessions, keys, groups, modified, resources);
    }
  }

  /** Creates a pool of this state, whose changes become entries. */
  public UserPool(Snapshot snapshot, TokenIssuerUrls issuers, UserPoolEntries entries) {
    this.issuer = issuers.of(snapshot.id());
    this.id = snapshot.id();
    this.arn = snapshot.arn();
    this.created = snapshot.created();
    this.modified = Objects.requireNonNullElse(snapshot.modified(), snapshot.created());
    this.settings = UserPoolSettings.of(snapshot.declared());
    this.users = new UserDirectory(settings, snapshot.users(), name -> entries.user(this, name));
    this.sessions = new SignInSessions(snapshot.sessions(), event -> entries.session(this, event));
    this.groups =
        new Groups(
            Objects.requireNonNullElse(snapshot.groups(), List.of()),
            name -> entries.group(this, name));
    this.resources = new PoolResources(snapshot.resources(), () -> entries.settings(this));
    this.keys =
        snapshot.keys() == null
            ? TokenKeys.generateLazily(generated -> entries.storeKeys(this, generated))
            : TokenKeys.parse(snapshot.keys());
    this.entries = entries;
    snapshot.clients().forEach(client -> clients.put(client.id(), UserPoolClient.of(client)));
  }

  /**
   * Returns the pool; throws {@link UnsupportedSettingException} if its KMS key cannot encrypt
   * codes.
   */
  public UserPool requireUsableKey(DataKeys keys) {
    requireUsableKey(settings, keys);
    return this;
  }

  private void requireUsableKey(UserPoolSettings settings, DataKeys keys) {
    String key = settings.lambda().kmsKeyArn();
    String unusable = key == null ? null : keys.unusable(key, id);
    if (unusable != null) {
      throw new UnsupportedSettingException(
          "LambdaConfig.KMSKeyID", "names no key that can encrypt codes: " + unusable);
    }
  }

  /**
   * Changes the settings and returns them; throws {@link UnsupportedSettingException}, and leaves
   * the settings unchanged, if they are not supported.
   */
  public UserPoolSettings update(UnaryOperator<JsonObject> change, DataKeys keys, Instant now) {
    UserPoolSettings updated;
    synchronized (this) {
      updated = UserPoolSettings.of(change.apply(settings.declared()));
      requireUsableKey(updated, keys);
      settings = updated;
      modified = now;
    }
    entries.settings(this);
    return updated;
  }

  /** Returns the persistent state but clients, users, sessions, keys and groups. */
  Snapshot ownState() {
    return new Snapshot(
        id,
        arn,
        created,
        settings.declared(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        modified,
        resources.snapshot());
  }

  /** Adds an app client, or replaces the one of the same id. */
  public void add(UserPoolClient client) {
    clients.put(client.id(), client);
    entries.client(this, client.id());
  }

  /**
   * Removes a user and all sessions, so that a later user of the same name does not inherit tokens.
   */
  public void remove(PoolUser user) {
    sessions.removeAllOf(user.username());
    users.remove(user.username());
  }

  /** Removes an app client. */
  public void remove(UserPoolClient client) {
    clients.remove(client.id());
    entries.client(this, client.id());
  }

  /** Removes a group; its users stay. */
  public void remove(Group group) {
    groups.remove(group.name());
    users.all().stream()
        .filter(user -> user.groups().contains(group.name()))
        .forEach(user -> users.update(user.username(), now -> now.withoutGroup(group.name())));
  }

  /** Returns the app client of this id, or an empty Optional if there is none. */
  public Optional<UserPoolClient> client(String clientId) {
    return Optional.ofNullable(clients.get(clientId));
  }

  /** Returns the app client of this id; throws ResourceNotFoundException if there is none. */
  public AppClient appClient(String clientId) {
    return client(clientId)
        .map(client -> new AppClient(this, client))
        .orElseThrow(() -> CognitoErrors.clientDoesNotExist(clientId));
  }

  /** Returns all app clients. */
  public List<UserPoolClient> clients() {
    return List.copyOf(clients.values());
  }

  /** Returns the region, the part of the id before the underscore. */
  public String region() {
    return id.substring(0, id.indexOf('_'));
  }

  /** Returns the issuer of its tokens. */
  public String issuer() {
    return issuer;
  }

  /** Returns the hash of a user's password, without expiry. */
  public HashedPassword hash(String username, String password) {
    return HashedPassword.of(srpIdentity(username), password);
  }

  /** Returns the identity that SRP binds a user's password to. */
  public SrpVerifier.Identity srpIdentity(String username) {
    return new SrpVerifier.Identity(id.substring(id.indexOf('_') + 1), username);
  }

  /** Returns the id. */
  public String id() {
    return id;
  }

  /** Returns the ARN. */
  public String arn() {
    return arn;
  }

  /** Returns the time of creation. */
  public Instant created() {
    return created;
  }

  /** Returns when the settings last changed. */
  public Instant modified() {
    return modified;
  }

  /** Returns the settings. */
  public UserPoolSettings settings() {
    return settings;
  }

  /** Returns the users. */
  public UserDirectory users() {
    return users;
  }

  /** Returns the sign-in sessions. */
  public SignInSessions sessions() {
    return sessions;
  }

  /** Returns the groups. */
  public Groups groups() {
    return groups;
  }

  /** Returns the domains and resource servers. */
  public PoolResources resources() {
    return resources;
  }

  /** Returns the keys of its tokens. */
  public TokenKeys keys() {
    return keys;
  }
}
