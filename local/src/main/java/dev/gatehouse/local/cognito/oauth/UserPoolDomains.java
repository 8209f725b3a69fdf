package dev.gatehouse.local.cognito.oauth;

import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.plan.Resource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The user pools with a domain, which have hosted pages and OAuth endpoints. */
public final class UserPoolDomains {
  private static final String DOMAIN = "aws:cognito/userPoolDomain:UserPoolDomain";

  /** All domains are localhost, and the pages look the same in both login versions. */
  private static final Set<String> INPUTS =
      Set.of("domain", "userPoolId", "certificateArn", "managedLoginVersion", "region");

  private final UserPools pools;
  private final Set<String> poolIds;

  private UserPoolDomains(UserPools pools, Set<String> poolIds) {
    this.pools = pools;
    this.poolIds = poolIds;
  }

  /**
   * Returns the domains of the plan; throws {@link PlanInvalid} for an input that is not supported.
   */
  public static UserPoolDomains of(Plan plan, UserPools pools) {
    return new UserPoolDomains(
        pools,
        plan.ofType(DOMAIN).stream()
            .map(domain -> poolOf(domain, pools))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Returns whether no pool has a domain. */
  public boolean isEmpty() {
    return poolIds.isEmpty();
  }

  /** Returns the app client of this id, if its pool has a domain. */
  public Optional<AppClient> client(String clientId) {
    return pools.findClient(clientId).filter(app -> poolIds.contains(app.pool().id()));
  }

  private static String poolOf(Resource domain, UserPools pools) {
    domain.refuseUnsupported(domain.inputs(), INPUTS);
    String poolId = domain.input("userPoolId");
    if (pools.find(poolId).isEmpty()) {
      throw domain.refused("names an unknown user pool");
    }
    return poolId;
  }
}
