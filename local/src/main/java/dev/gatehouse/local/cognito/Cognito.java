package dev.gatehouse.local.cognito;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.nimbusds.jose.jwk.JWKSet;
import dev.gatehouse.local.cognito.operations.Neighbours;
import dev.gatehouse.local.cognito.operations.Operation;
import dev.gatehouse.local.cognito.operations.Operations;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.state.Keeper;
import dev.gatehouse.local.cognito.state.PlannedPools;
import dev.gatehouse.local.cognito.wire.Answers;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Json;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanInvalid;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Is Amazon Cognito: the user pools of the plan, and those that the API adds. */
public final class Cognito implements Service {
  private static final Logger LOG = System.getLogger(Cognito.class.getName());
  private static final int SHOWN_FRAMES = 5;
  private static final String TARGET = "AWSCognitoIdentityProviderService.";

  private final UserPools pools;
  private final Operations operations;
  private final WellKnown wellKnown;
  private final UserPoolDomain domain;

  private Cognito(
      UserPools pools, Operations operations, WellKnown wellKnown, UserPoolDomain domain) {
    this.pools = pools;
    this.operations = operations;
    this.wellKnown = wellKnown;
    this.domain = domain;
  }

  /**
   * Returns Cognito with the pools and clients of the plan; throws {@link PlanInvalid}, naming
   * resource and input, for what it cannot run.
   *
   * @param awsUrl where this machine answers as AWS
   * @param data the directory to keep state in, null to keep none
   */
  public static Cognito of(
      Plan plan, Neighbours neighbours, Clock clock, URI awsUrl, @Nullable Path data) {
    UserPools pools = new UserPools();
    Keeper keeper = new Keeper(pools, data);
    new PlannedPools(pools, keeper, neighbours.keys(), clock).fill(plan);
    Operations operations = Operations.on(pools, neighbours, clock, keeper::changed);
    return new Cognito(
        pools,
        operations,
        new WellKnown(pools, awsUrl),
        UserPoolDomain.of(plan, pools, operations, clock));
  }

  /**
   * Returns the keys that verify this pool's tokens; throws {@link PlanInvalid} if there is none.
   */
  public JWKSet publicKeys(String poolId) {
    return pools
        .find(poolId)
        .map(pool -> pool.keys().publicKeys())
        .orElseThrow(() -> new PlanInvalid("There is no user pool " + poolId + "."));
  }

  /** Returns every user of every pool, for people to look at. */
  public List<JsonObject> users() {
    return pools.all().stream()
        .flatMap(pool -> pool.users().all().stream().map(user -> shown(pool, user)))
        .toList();
  }

  /** Returns what AWS serves at the domains of pools. */
  public UserPoolDomain domain() {
    return domain;
  }

  @Override
  public Response answer(Request request) {
    try {
      return WellKnown.serves(request)
          ? wellKnown.answer(request)
          : Answers.ok(call(request.header("X-Amz-Target").orElse(""), request));
    } catch (CognitoError e) {
      return Answers.error(e);
    } catch (RuntimeException e) {
      // Its message may quote the request, so only where it happened is logged.
      List<StackTraceElement> where = Stream.of(e.getStackTrace()).limit(SHOWN_FRAMES).toList();
      LOG.log(Level.ERROR, "{0} at {1}", e.getClass().getName(), where);
      return Answers.fault();
    }
  }

  private JsonElement call(String target, Request request) {
    String name = target.startsWith(TARGET) ? target.substring(TARGET.length()) : "";
    Operation operation = operations.find(name).orElseThrow(() -> operations.unknown(target));
    JsonElement body = parse(request.text());
    operation.shape().check(body);
    return operation.answer(new Input(body.getAsJsonObject()));
  }

  private static JsonElement parse(String body) {
    try {
      // Clients send no body for an operation without input.
      return body.isEmpty() ? new JsonObject() : Json.parse(body);
    } catch (JsonParseException e) {
      throw CognitoError.serialization("The body is not JSON.");
    }
  }

  private static JsonObject shown(UserPool pool, PoolUser user) {
    return Json.object(
        "poolId", pool.id(),
        "username", user.username(),
        "sub", user.sub(),
        "email", user.attribute("email").orElse(""),
        "status", user.status(),
        "enabled", user.enabled(),
        "created", user.created());
  }
}
