package dev.gatehouse.local.cognito.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.cognito.domains.ResourceServer;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPoolClient;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.requests.AppClientRules;
import dev.gatehouse.local.cognito.settings.AppClientSettings;
import dev.gatehouse.local.cognito.settings.PulumiInputNames;
import dev.gatehouse.local.cognito.settings.UnsupportedSettingException;
import dev.gatehouse.local.kms.DataKeys;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.plan.Resource;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A loader of the user pools and app clients of the plan and of the last run. */
public final class UserPoolLoader {
  private static final String POOL = "aws:cognito/userPool:UserPool";
  private static final String RESOURCE_SERVER = "aws:cognito/resourceServer:ResourceServer";
  private static final Set<String> RESOURCE_SERVER_INPUTS =
      Set.of("identifier", "name", "scopes", "userPoolId", "region");
  private static final String CLIENT = "aws:cognito/userPoolClient:UserPoolClient";

  private final UserPools pools;
  private final StateStore store;
  private final DataKeys keys;
  private final Clock clock;

  /** Creates a loader that adds user pools to {@code pools}. */
  public UserPoolLoader(UserPools pools, StateStore store, DataKeys keys, Clock clock) {
    this.pools = pools;
    this.store = store;
    this.keys = keys;
    this.clock = clock;
  }

  /** Adds all user pools; throws {@link PlanInvalid} for an input that is not supported. */
  public void load(Plan plan) {
    Map<String, UserPool.Snapshot> saved =
        store.load().stream().collect(Collectors.toMap(UserPool.Snapshot::id, Function.identity()));
    List<Resource> declared = plan.ofType(POOL);
    declared.forEach(resource -> pools.add(pool(resource, saved.get(resource.output("id")))));
    // Pools created through the API come back as they were.
    saved.values().stream()
        .filter(pool -> pools.find(pool.id()).isEmpty())
        .forEach(pool -> pools.add(new UserPool(pool, pools.issuers(), store::save)));
    plan.ofType(RESOURCE_SERVER).forEach(this::addResourceServer);
    plan.ofType(CLIENT).forEach(this::addClient);
    store.startSaving();
  }

  private UserPool pool(Resource resource, UserPool.@Nullable Snapshot saved) {
    return withResource(
        resource,
        () -> {
          UserPool.Snapshot declared =
              UserPool.Snapshot.empty(
                  resource.output("id"),
                  resource.output("arn"),
                  clock.instant(),
                  PulumiInputNames.pool(resource.inputs()));
          // Settings come from the plan, users from the last run.
          return new UserPool(
                  saved == null ? declared : saved.withDeclared(declared.declared()),
                  pools.issuers(),
                  store::save)
              .requireUsableKey(keys);
        });
  }

  private void addResourceServer(Resource resource) {
    resource.refuseUnsupported(resource.inputs(), RESOURCE_SERVER_INPUTS);
    List<ResourceServer.Scope> scopes =
        resource.inputs().get("scopes") instanceof JsonArray list
            ? list.asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(UserPoolLoader::scope)
                .toList()
            : List.of();
    pool(resource)
        .resources()
        .put(new ResourceServer(resource.input("identifier"), resource.input("name"), scopes));
  }

  private static ResourceServer.Scope scope(JsonObject scope) {
    return new ResourceServer.Scope(
        scope.get("scopeName").getAsString(), scope.get("scopeDescription").getAsString());
  }

  private UserPool pool(Resource resource) {
    return pools
        .find(resource.input("userPoolId"))
        .orElseThrow(() -> invalid(resource, "userPoolId", "names an unknown user pool"));
  }

  private void addClient(Resource resource) {
    UserPool pool = pool(resource);
    AppClientSettings settings =
        withResource(
            resource, () -> AppClientSettings.of(PulumiInputNames.client(resource.inputs())));
    try {
      AppClientRules.check(pool, settings, settings.generateSecret());
    } catch (AwsException e) {
      throw invalid(
          resource, "allowedOauthScopes or allowedOauthFlows", "are refused: " + e.text());
    }
    String secret = settings.generateSecret() ? resource.output("clientSecret") : null;
    pool.add(UserPoolClient.create(resource.output("id"), secret, settings, clock.instant()));
  }

  private static <T> T withResource(Resource resource, Supplier<T> read) {
    try {
      return read.get();
    } catch (UnsupportedSettingException e) {
      throw invalid(resource, PulumiInputNames.input(e.setting()), e.reason());
    }
  }

  private static PlanInvalid invalid(Resource resource, String input, String reason) {
    return new PlanInvalid(
        "%s \"%s\": %s %s.".formatted(resource.type(), resource.name(), input, reason));
  }
}
