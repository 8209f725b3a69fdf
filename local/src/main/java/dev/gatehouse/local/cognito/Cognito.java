package dev.gatehouse.local.cognito;

import com.nimbusds.jose.jwk.JWKSet;
import dev.gatehouse.dynamodb.store.StoreNotWritable;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.OperationRegistry;
import dev.gatehouse.local.cognito.imports.ImportQuota;
import dev.gatehouse.local.cognito.imports.UserImportJobs;
import dev.gatehouse.local.cognito.limits.UserLimits;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.CognitoResponses;
import dev.gatehouse.local.cognito.state.UserPoolLoader;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.state.StateStore;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Amazon Cognito: the user pools of the plan and those created through the API. */
public final class Cognito implements Service {
  private static final Logger LOG = System.getLogger(Cognito.class.getName());
  private static final int LOGGED_FRAMES = 5;

  private final UserPools pools;
  private final OperationRegistry operations;
  private final WellKnownEndpoints wellKnown;
  private final UserPoolDomain domain;
  private final UserAdministration users;
  private final UserImportJobs imports;

  private Cognito(
      UserPools pools,
      OperationRegistry operations,
      WellKnownEndpoints wellKnown,
      UserPoolDomain domain,
      UserAdministration users,
      UserImportJobs imports) {
    this.pools = pools;
    this.operations = operations;
    this.wellKnown = wellKnown;
    this.domain = domain;
    this.users = users;
    this.imports = imports;
  }

  /**
   * Creates Cognito with the user pools and app clients of the plan; throws {@link PlanInvalid}
   * with resource and input for one that is not supported.
   *
   * @param awsUrl the AWS endpoint of the local emulator
   * @param state what is stored between two starts
   */
  public static Cognito of(
      Plan plan, CognitoDependencies dependencies, Clock clock, URI awsUrl, StateStore state) {
    UserPools pools = new UserPools(dependencies.issuers(), state);
    UserPoolLoader loader = new UserPoolLoader(pools, dependencies.keys(), clock);
    state.read(() -> loader.load(plan));
    UserImportJobs imports = new UserImportJobs(pools, awsUrl, ImportQuota.AWS, clock);
    CognitoOperations operations =
        CognitoOperations.of(pools, dependencies, UserLimits.of(clock, state), imports, clock);
    return new Cognito(
        pools,
        operations.registry(),
        new WellKnownEndpoints(pools, awsUrl),
        UserPoolDomain.of(plan, pools, operations, clock, state),
        new UserAdministration(pools, operations.signIn(), clock),
        imports);
  }

  /**
   * Returns the public keys of a user pool; throws {@link PlanInvalid} if there is no such pool.
   */
  public JWKSet publicKeys(String poolId) {
    return pools
        .find(poolId)
        .map(pool -> pool.keys().publicKeys())
        .orElseThrow(() -> new PlanInvalid("There is no user pool " + poolId + "."));
  }

  /** Returns the issuer of a user pool's tokens. */
  public String issuer(String poolId) {
    return pools.issuers().of(poolId);
  }

  /** Returns what the console does with users. */
  public UserAdministration users() {
    return users;
  }

  /** Returns the hosted pages and OAuth endpoints. */
  public UserPoolDomain domain() {
    return domain;
  }

  @Override
  public Response handle(Request request) {
    try {
      if (UserImportJobs.isUpload(request)) {
        return imports.upload(request);
      }
      return WellKnownEndpoints.matches(request)
          ? wellKnown.handle(request)
          : CognitoResponses.success(operations.execute(request));
    } catch (AwsException e) {
      return CognitoResponses.error(e);
    } catch (StoreNotWritable e) {
      throw e;
    } catch (RuntimeException | Error e) {
      // The message may quote the request, so only the stack trace is logged.
      List<StackTraceElement> frames = Stream.of(e.getStackTrace()).limit(LOGGED_FRAMES).toList();
      LOG.log(Level.ERROR, "{0} at {1}", e.getClass().getName(), frames);
      return CognitoResponses.internalError();
    }
  }
}
