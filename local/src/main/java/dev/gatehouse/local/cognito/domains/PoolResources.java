package dev.gatehouse.local.cognito.domains;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The domains and the resource servers of a user pool. */
public final class PoolResources {
  private static final Set<String> STANDARD_SCOPES =
      Set.of("openid", "email", "phone", "profile", "aws.cognito.signin.user.admin");

  private final Map<String, PoolDomain> domains = new ConcurrentSkipListMap<>();
  private final Map<String, ResourceServer> servers = new ConcurrentSkipListMap<>();
  private final Runnable changed;

  /**
   * The persistent state.
   *
   * @param domains null in older state files
   * @param servers null in older state files
   */
  public record Snapshot(
      @Nullable List<PoolDomain> domains, @Nullable List<ResourceServer> servers) {}

  /** Creates the resources of this state; {@code changed} runs after every change. */
  public PoolResources(@Nullable Snapshot snapshot, Runnable changed) {
    this.changed = changed;
    if (snapshot != null) {
      Objects.requireNonNullElse(snapshot.domains(), List.<PoolDomain>of())
          .forEach(domain -> domains.put(domain.name(), domain));
      Objects.requireNonNullElse(snapshot.servers(), List.<ResourceServer>of())
          .forEach(server -> servers.put(server.identifier(), server));
    }
  }

  /** Returns the persistent state. */
  public Snapshot snapshot() {
    return new Snapshot(domains(), servers());
  }

  /** Returns the domains in the order of their names. */
  public List<PoolDomain> domains() {
    return List.copyOf(domains.values());
  }

  /** Returns the domain of this name, or an empty Optional if the pool has another or none. */
  public Optional<PoolDomain> domain(String name) {
    return Optional.ofNullable(domains.get(name));
  }

  /** Adds a domain, or replaces the one of the same name. */
  public void put(PoolDomain domain) {
    domains.put(domain.name(), domain);
    changed.run();
  }

  /** Removes a domain. */
  public void remove(PoolDomain domain) {
    domains.remove(domain.name());
    changed.run();
  }

  /** Returns the resource servers in the order of their identifiers. */
  public List<ResourceServer> servers() {
    return List.copyOf(servers.values());
  }

  /** Returns the resource server; throws ResourceNotFoundException if there is none. */
  public ResourceServer server(String identifier) {
    return Optional.ofNullable(servers.get(identifier))
        .orElseThrow(
            () ->
                new AwsException(
                    "ResourceNotFoundException",
                    "Resource server " + identifier + " does not exist."));
  }

  /** Adds a resource server; throws InvalidParameterException if there is one already. */
  public void add(ResourceServer server, String poolId) {
    if (servers.putIfAbsent(server.identifier(), server) != null) {
      throw CognitoErrors.invalidParameter(
          server.identifier() + " already exists in user pool " + poolId + ".");
    }
    changed.run();
  }

  /** Adds a resource server, or replaces the one of the same identifier. */
  public void put(ResourceServer server) {
    servers.put(server.identifier(), server);
    changed.run();
  }

  /** Removes a resource server; app clients keep its scopes. */
  public void remove(ResourceServer server) {
    servers.remove(server.identifier());
    changed.run();
  }

  /** Throws ScopeDoesNotExistException for a scope of no resource server. */
  public void requireScopes(Collection<String> scopes) {
    Set<String> custom =
        servers.values().stream().flatMap(ResourceServer::scopeNames).collect(Collectors.toSet());
    scopes.stream()
        .filter(scope -> !STANDARD_SCOPES.contains(scope) && !custom.contains(scope))
        .findFirst()
        .ifPresent(
            scope -> {
              throw new AwsException(
                  "ScopeDoesNotExistException", "Invalid scope requested: " + scope);
            });
  }
}
