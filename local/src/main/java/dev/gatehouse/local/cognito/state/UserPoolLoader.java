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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A loader of the user pools and app clients of the plan and of the last run. */
public final class UserPoolLoader {
  private static final String POOL = "aws:cognito/userPool:UserPool";
  private static final String RESOURCE_SERVER = "aws:cognito/resourceServer:ResourceServer";
  private static final Set<String> RESOURCE_SERVER_INPUTS =
      Set.of("identifier", "name", "scopes", "userPoolId", "region");
  private static final String CLIENT = "aws:cognito/userPoolClient:UserPoolClient";

  private final UserPools pools;
  private final DataKeys keys;
  private final Clock clock;

  /** Creates a loader that sets the user pools of {@code pools}. */
  public UserPoolLoader(UserPools pools, DataKeys keys, Clock clock) {
    this.pools = pools;
    this.keys = keys;
    this.clock = clock;
  }

  /** Sets all user pools; throws {@link PlanInvalid} for an input that is not supported. */
  public void load(Plan plan) {
    Map<String, UserPool.Snapshot> saved = pools.entries().read();
    Map<String, UserPool> loaded = new LinkedHashMap<>();
    plan.ofType(POOL).stream()
        .map(resource -> pool(resource, saved.get(resource.output("id"))))
        .forEach(pool -> loaded.put(pool.id(), pool));
    // Pools created through the API come back as they were.
    saved.values().stream()
        .filter(pool -> !loaded.containsKey(pool.id()))
        .map(pool -> new UserPool(pool, pools.issuers(), pools.entries()))
        .forEach(pool -> loaded.put(pool.id(), pool));
    plan.ofType(RESOURCE_SERVER).forEach(server -> addResourceServer(server, loaded));
    plan.ofType(CLIENT).forEach(client -> addClient(client, loaded));
    pools.replaceAll(loaded.values());
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
          boolean deployed = pools.entries().isDeployed(declared.id(), null, declared.declared());
          return new UserPool(
                  saved == null
                      ? declared
                      : deployed ? saved : saved.withDeclared(declared.declared()),
                  pools.issuers(),
                  pools.entries())
              .requireUsableKey(keys);
        });
  }

  private static void addResourceServer(Resource resource, Map<String, UserPool> loaded) {
    resource.refuseUnsupported(resource.inputs(), RESOURCE_SERVER_INPUTS);
    List<ResourceServer.Scope> scopes =
        resource.inputs().get("scopes") instanceof JsonArray list
            ? list.asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(UserPoolLoader::scope)
                .toList()
            : List.of();
    pool(resource, loaded)
        .resources()
        .put(new ResourceServer(resource.input("identifier"), resource.input("name"), scopes));
  }

  private static ResourceServer.Scope scope(JsonObject scope) {
    return new ResourceServer.Scope(
        scope.get("scopeName").getAsString(), scope.get("scopeDescription").getAsString());
  }

  private static UserPool pool(Resource resource, Map<String, UserPool> loaded) {
    UserPool pool = loaded.get(resource.input("userPoolId"));
    if (pool == null) {
      throw invalid(resource, "userPoolId", "names an unknown user pool");
    }
    return pool;
  }

  private void addClient(Resource resource, Map<String, UserPool> loaded) {
    UserPool pool = pool(resource, loaded);
    AppClientSettings settings =
        withResource(
            resource, () -> AppClientSettings.of(PulumiInputNames.client(resource.inputs())));
    try {
      AppClientRules.check(pool, settings, settings.generateSecret());
    } catch (AwsException e) {
      throw invalid(
          resource, "allowedOauthScopes or allowedOauthFlows", "are refused: " + e.text());
    }
    String id = resource.output("id");
    boolean deployed = pools.entries().isDeployed(pool.id(), id, settings.declared());
    if (deployed && pool.client(id).isPresent()) {
      return;
    }
    String secret = settings.generateSecret() ? resource.output("clientSecret") : null;
    pool.add(UserPoolClient.create(id, secret, settings, clock.instant()));
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
