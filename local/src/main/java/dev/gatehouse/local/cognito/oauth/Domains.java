package dev.gatehouse.local.cognito.oauth;

import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.plan.Resource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Knows which pools have a domain, and so pages and an authorization server. */
public final class Domains {
  private static final String DOMAIN = "aws:cognito/userPoolDomain:UserPoolDomain";

  /** All domains are localhost here, and the pages look the same in both versions. */
  private static final Set<String> INPUTS =
      Set.of("domain", "userPoolId", "certificateArn", "managedLoginVersion", "region");

  private final UserPools pools;
  private final Set<String> poolIds;

  private Domains(UserPools pools, Set<String> poolIds) {
    this.pools = pools;
    this.poolIds = poolIds;
  }

  /** Reads the plan's domains; throws {@link PlanInvalid} for what this machine cannot run. */
  public static Domains of(Plan plan, UserPools pools) {
    return new Domains(
        pools,
        plan.ofType(DOMAIN).stream()
            .map(domain -> poolOf(domain, pools))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Tells whether no pool has one. */
  public boolean none() {
    return poolIds.isEmpty();
  }

  /** Returns the client of this id, if its pool has a domain. */
  public Optional<AppClient> client(String clientId) {
    return pools.findClient(clientId).filter(app -> poolIds.contains(app.pool().id()));
  }

  private static String poolOf(Resource domain, UserPools pools) {
    domain.refuseOthers(domain.inputs(), INPUTS, value -> value.isJsonNull());
    String poolId = domain.input("userPoolId");
    if (pools.find(poolId).isEmpty()) {
      throw domain.refused("names a pool that is not there");
    }
    return poolId;
  }
}
