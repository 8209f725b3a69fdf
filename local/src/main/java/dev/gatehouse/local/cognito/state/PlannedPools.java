package dev.gatehouse.local.cognito.state;

import dev.gatehouse.local.cognito.pools.PoolClient;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.settings.ClientSettings;
import dev.gatehouse.local.cognito.settings.PulumiNames;
import dev.gatehouse.local.cognito.settings.SettingRefused;
import dev.gatehouse.local.kms.DataKeys;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.plan.Resource;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the pools and clients that the plan declares, and those kept from an earlier run. */
public final class PlannedPools {
  private static final String POOL = "aws:cognito/userPool:UserPool";
  private static final String CLIENT = "aws:cognito/userPoolClient:UserPoolClient";

  private final UserPools pools;
  private final Keeper keeper;
  private final DataKeys keys;
  private final Clock clock;

  /** Takes where the pools go, what keeps them and what seals codes for them. */
  public PlannedPools(UserPools pools, Keeper keeper, DataKeys keys, Clock clock) {
    this.pools = pools;
    this.keeper = keeper;
    this.keys = keys;
    this.clock = clock;
  }

  /** Fills the pools; throws {@link PlanInvalid} for what this machine cannot run. */
  public void fill(Plan plan) {
    Map<String, UserPool.Kept> kept =
        keeper.kept().stream().collect(Collectors.toMap(UserPool.Kept::id, Function.identity()));
    List<Resource> declared = plan.ofType(POOL);
    declared.forEach(resource -> pools.add(pool(resource, kept.get(resource.output("id")))));
    // Pools that somebody created through the API come back as they were.
    kept.values().stream()
        .filter(pool -> pools.find(pool.id()).isEmpty())
        .forEach(pool -> pools.add(new UserPool(pool, keeper::changed)));
    plan.ofType(CLIENT).forEach(this::addClient);
    keeper.complete();
  }

  private UserPool pool(Resource resource, UserPool.@Nullable Kept kept) {
    return honoured(
        resource,
        () -> {
          UserPool.Kept fresh =
              UserPool.Kept.empty(
                  resource.output("id"),
                  resource.output("arn"),
                  clock.instant(),
                  PulumiNames.pool(resource.inputs()));
          // What is declared comes from the plan, who is there from the earlier run.
          return new UserPool(
                  kept == null ? fresh : kept.declared(fresh.declared()), keeper::changed)
              .checked(keys);
        });
  }

  private void addClient(Resource resource) {
    UserPool pool =
        pools
            .find(resource.input("userPoolId"))
            .orElseThrow(() -> refused(resource, "userPoolId", "names a pool that is not there"));
    ClientSettings settings =
        honoured(resource, () -> ClientSettings.of(PulumiNames.client(resource.inputs())));
    String secret = settings.secret() ? resource.output("clientSecret") : null;
    pool.add(new PoolClient(resource.output("id"), secret, settings, clock.instant()));
  }

  private static <T> T honoured(Resource resource, Supplier<T> read) {
    try {
      return read.get();
    } catch (SettingRefused e) {
      throw refused(resource, PulumiNames.input(e.setting()), e.reason());
    }
  }

  private static PlanInvalid refused(Resource resource, String input, String reason) {
    return new PlanInvalid(
        "%s \"%s\": %s %s.".formatted(resource.type(), resource.name(), input, reason));
  }
}
