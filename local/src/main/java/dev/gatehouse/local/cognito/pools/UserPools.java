package dev.gatehouse.local.cognito.pools;

import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.tokens.TokenIssuerUrls;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** All user pools. */
public final class UserPools {
  private final Map<String, UserPool> byId = new ConcurrentSkipListMap<>();
  private final TokenIssuerUrls issuers;

  /** Creates a list without pools, whose tokens have these issuers. */
  public UserPools(TokenIssuerUrls issuers) {
    this.issuers = issuers;
  }

  /** Returns the issuers of the pools' tokens. */
  public TokenIssuerUrls issuers() {
    return issuers;
  }

  /** Adds a user pool. */
  public void add(UserPool pool) {
    byId.put(pool.id(), pool);
  }

  /** Removes a user pool. */
  public void remove(UserPool pool) {
    byId.remove(pool.id());
  }

  /** Returns all user pools in the order of their ids. */
  public List<UserPool> all() {
    return List.copyOf(byId.values());
  }

  /** Returns the user pool of this id, or an empty Optional if there is none. */
  public Optional<UserPool> find(String poolId) {
    return Optional.ofNullable(byId.get(poolId));
  }

  /** Returns the user pool of this id; throws ResourceNotFoundException if there is none. */
  public UserPool pool(String poolId) {
    return find(poolId).orElseThrow(() -> CognitoErrors.poolDoesNotExist(poolId));
  }

  /** Returns the user pool with this domain, or an empty Optional if there is none. */
  public Optional<UserPool> findDomain(String domain) {
    return byId.values().stream()
        .filter(pool -> pool.resources().domain(domain).isPresent())
        .findFirst();
  }

  /**
   * Returns the app client of this id in any pool; throws ResourceNotFoundException if there is
   * none.
   */
  public AppClient client(String clientId) {
    return findClient(clientId).orElseThrow(() -> CognitoErrors.clientDoesNotExist(clientId));
  }

  /** Returns the app client of this id in any pool, or an empty Optional if there is none. */
  public Optional<AppClient> findClient(String clientId) {
    return byId.values().stream()
        .flatMap(pool -> pool.client(clientId).map(client -> new AppClient(pool, client)).stream())
        .findFirst();
  }
}
