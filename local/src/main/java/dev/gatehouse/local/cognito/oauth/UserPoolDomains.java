package dev.gatehouse.local.cognito.oauth;

import dev.gatehouse.local.cognito.domains.PoolDomain;
import dev.gatehouse.local.cognito.domains.PoolResources;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.plan.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The user pools with a domain, which have hosted pages and OAuth endpoints. */
public final class UserPoolDomains {
  private static final String DOMAIN = "aws:cognito/userPoolDomain:UserPoolDomain";

  /** All domains are localhost, and the pages look the same in both login versions. */
  private static final Set<String> INPUTS =
      Set.of("domain", "userPoolId", "certificateArn", "managedLoginVersion", "region");

  private final UserPools pools;

  private UserPoolDomains(UserPools pools) {
    this.pools = pools;
  }

  /**
   * Returns the domains of all pools, with those of the plan; throws {@link PlanInvalid} for an
   * input that is not supported.
   */
  public static UserPoolDomains of(Plan plan, UserPools pools) {
    for (Resource resource : plan.ofType(DOMAIN)) {
      PoolResources resources = poolOf(resource, pools).resources();
      PoolDomain domain =
          new PoolDomain(
              resource.input("domain"),
              resource.optionalInput("certificateArn").orElse(null),
              resource.wholeInput("managedLoginVersion").orElse(1));
      // The plan's domain replaces one that was saved under another name.
      resources.domains().stream()
          .filter(saved -> saved.isCustom() == domain.isCustom())
          .forEach(resources::remove);
      resources.put(domain);
    }
    return new UserPoolDomains(pools);
  }

  /** Returns whether no pool has a domain. */
  public boolean isEmpty() {
    return pools.all().stream().noneMatch(pool -> hasDomain(pool));
  }

  /** Returns the app client of this id, if its pool has a domain. */
  public Optional<AppClient> client(String clientId) {
    return pools.findClient(clientId).filter(app -> hasDomain(app.pool()));
  }

  private static boolean hasDomain(UserPool pool) {
    return !pool.resources().domains().isEmpty();
  }

  /** Returns the ids of the app clients with OAuth settings, of pools with a domain. */
  public List<String> clientIds() {
    return pools.all().stream()
        .filter(UserPoolDomains::hasDomain)
        .flatMap(pool -> pool.clients().stream().map(client -> pool.appClient(client.id())))
        .filter(app -> app.settings().oauth().enabled())
        .map(AppClient::id)
        .toList();
  }

  private static UserPool poolOf(Resource domain, UserPools pools) {
    domain.refuseUnsupported(domain.inputs(), INPUTS);
    String poolId = domain.input("userPoolId");
    return pools.find(poolId).orElseThrow(() -> domain.refused("names an unknown user pool"));
  }
}
