package dev.gatehouse.local.cognito.pools;

import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.tokens.TokenIssuerUrls;
import dev.gatehouse.local.state.StateStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** All user pools. */
public final class UserPools {
  private final Map<String, UserPool> byId = new ConcurrentSkipListMap<>();
  private final TokenIssuerUrls issuers;
  private final UserPoolEntries entries;

  /** Creates a list without pools, whose tokens have these issuers. */
  public UserPools(TokenIssuerUrls issuers, StateStore state) {
    this.issuers = issuers;
    this.entries = new UserPoolEntries(state);
  }

  /** Returns the stored entries of all pools. */
  public UserPoolEntries entries() {
    return entries;
  }

  /** Replaces all pools. */
  public void replaceAll(Collection<UserPool> pools) {
    pools.forEach(this::add);
    byId.values().retainAll(pools);
  }

  /** Returns the issuers of the pools' tokens. */
  public TokenIssuerUrls issuers() {
    return issuers;
  }

  /** Adds a user pool. */
  public void add(UserPool pool) {
    byId.put(pool.id(), pool);
    entries.settings(pool);
  }

  /** Removes a user pool. */
  public void remove(UserPool pool) {
    byId.remove(pool.id());
    entries.remove(pool);
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
