package dev.gatehouse.local.cognito.pools;

import com.google.gson.JsonObject;
import dev.gatehouse.local.state.StateEntries;
import dev.gatehouse.local.state.StateStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The stored entries of user pools: one for each pool, client, group, user and session. Keys begin
 * with the pool's id.
 */
public final class UserPoolEntries {

  private final StateEntries<UserPool.Snapshot> pools;
  private final StateEntries<UserPoolClient.Snapshot> clients;
  private final StateEntries<Group> groups;
  private final StateEntries<PoolUser> users;
  private final StateEntries<SignInSession> sessions;
  private final StateEntries<String> keys;
  private final StateEntries<JsonObject> deployed;

  UserPoolEntries(StateStore state) {
    pools = state.entries("cognito-pools", UserPool.Snapshot.class);
    clients = state.entries("cognito-clients", UserPoolClient.Snapshot.class);
    groups = state.entries("cognito-groups", Group.class);
    users = state.entries("cognito-users", PoolUser.class);
    sessions = state.entries("cognito-sessions", SignInSession.class);
    keys = state.entries("cognito-keys", String.class);
    deployed = state.entries("cognito-deployed", JsonObject.class);
  }

  /** Returns the stored pools by id, with all that they had. */
  public Map<String, UserPool.Snapshot> read() {
    Map<String, List<UserPoolClient.Snapshot>> clientsByPool = byPool(clients);
    Map<String, List<Group>> groupsByPool = byPool(groups);
    Map<String, List<PoolUser>> usersByPool = byPool(users);
    Map<String, List<SignInSession>> sessionsByPool = byPool(sessions);
    Map<String, String> keysByPool = keys.all();
    // Users are listed in the order of their creation.
    usersByPool.values().forEach(all -> all.sort(Comparator.comparing(PoolUser::created)));
    Map<String, UserPool.Snapshot> all = pools.all();
    all.replaceAll(
        (id, pool) ->
            pool.with(
                clientsByPool.getOrDefault(id, List.of()),
                usersByPool.getOrDefault(id, List.of()),
                sessionsByPool.getOrDefault(id, List.of()),
                keysByPool.get(id),
                groupsByPool.getOrDefault(id, List.of())));
    return all;
  }

  /**
   * Stores what the plan declares of a pool, or of a client of it, and returns whether it declared
   * the same at the last start: then what clients changed since stays, as on AWS until the next
   * deployment.
   *
   * @param client null for the pool
   */
  public boolean isDeployed(String poolId, @Nullable String client, JsonObject declared) {
    String key = poolId + "/" + (client == null ? "" : client);
    boolean same = declared.equals(deployed.all(key).get(key));
    if (!same) {
      deployed.changed(key, () -> declared);
    }
    return same;
  }

  private static <T> Map<String, List<T>> byPool(StateEntries<T> entries) {
    return entries.all().entrySet().stream()
        .collect(
            Collectors.groupingBy(
                entry -> entry.getKey().substring(0, entry.getKey().indexOf('/')),
                Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(ArrayList::new))));
  }

  void settings(UserPool pool) {
    pools.changed(pool.id(), pool::ownState);
  }

  void storeKeys(UserPool pool, String jwkSet) {
    keys.store(pool.id(), jwkSet);
  }

  void client(UserPool pool, String id) {
    clients.changed(
        key(pool, id), () -> pool.client(id).map(UserPoolClient::snapshot).orElse(null));
  }

  void group(UserPool pool, String name) {
    groups.changed(key(pool, name), () -> pool.groups().named(name));
  }

  void user(UserPool pool, String username) {
    users.changed(key(pool, username), () -> pool.users().named(username));
  }

  void session(UserPool pool, String eventId) {
    sessions.changed(key(pool, eventId), () -> pool.sessions().find(eventId).orElse(null));
  }

  /** Removes a pool with all that it has. */
  void remove(UserPool pool) {
    pools.changed(pool.id(), () -> null);
    keys.changed(pool.id(), () -> null);
    pool.clients().forEach(client -> clients.changed(key(pool, client.id()), () -> null));
    pool.groups().all().forEach(group -> groups.changed(key(pool, group.name()), () -> null));
    pool.users().all().forEach(user -> users.changed(key(pool, user.username()), () -> null));
    pool.sessions()
        .all()
        .forEach(session -> sessions.changed(key(pool, session.eventId()), () -> null));
  }

  private static String key(UserPool pool, String name) {
    return pool.id() + "/" + name;
  }
}
