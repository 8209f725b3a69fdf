package dev.gatehouse.local.cognito.pools;

import dev.gatehouse.local.cognito.wire.CognitoError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Keeps every user pool of the machine. */
public final class UserPools {
  private final Map<String, UserPool> byId = new ConcurrentSkipListMap<>();

  /** Adds a pool. */
  public void add(UserPool pool) {
    byId.put(pool.id(), pool);
  }

  /** Returns every pool, by id. */
  public List<UserPool> all() {
    return List.copyOf(byId.values());
  }

  /** Returns the pool of this id, or nothing. */
  public Optional<UserPool> find(String poolId) {
    return Optional.ofNullable(byId.get(poolId));
  }

  /** Returns the pool of this id, or throws ResourceNotFoundException. */
  public UserPool pool(String poolId) {
    return find(poolId).orElseThrow(() -> CognitoError.poolDoesNotExist(poolId));
  }

  /** Returns the client of this id, whatever its pool, or throws ResourceNotFoundException. */
  public AppClient client(String clientId) {
    return findClient(clientId).orElseThrow(() -> CognitoError.clientDoesNotExist(clientId));
  }

  /** Returns the client of this id, whatever its pool, or nothing. */
  public Optional<AppClient> findClient(String clientId) {
    return byId.values().stream()
        .flatMap(pool -> pool.client(clientId).map(client -> new AppClient(pool, client)).stream())
        .findFirst();
  }
}
