package dev.gatehouse.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import dev.gatehouse.api.cognito.CognitoAccountOwner;
import dev.gatehouse.api.cognito.CognitoUserPool;
import dev.gatehouse.api.http.Cors;
import dev.gatehouse.api.http.Problem;
import dev.gatehouse.api.http.Request;
import dev.gatehouse.api.http.RequestRefused;
import dev.gatehouse.api.http.Response;
import dev.gatehouse.api.idempotency.Idempotency;
import dev.gatehouse.api.idempotency.IdempotencyRecords;
import dev.gatehouse.api.idempotency.dynamodb.DynamoDbIdempotencyRecords;
import dev.gatehouse.api.pictures.Pictures;
import dev.gatehouse.api.routes.AccountOwner;
import dev.gatehouse.api.routes.ChangeProfile;
import dev.gatehouse.api.routes.CreateUser;
import dev.gatehouse.api.routes.DeleteUser;
import dev.gatehouse.api.routes.Health;
import dev.gatehouse.api.routes.ReadProfile;
import dev.gatehouse.api.routes.ReadProfileByToken;
import dev.gatehouse.api.routes.ResendCode;
import dev.gatehouse.api.routes.Route;
import dev.gatehouse.api.routes.Router;
import dev.gatehouse.api.routes.UserPool;
import dev.gatehouse.api.routes.UserProfiles;
import dev.gatehouse.api.routes.ValidateUser;
import dev.gatehouse.lambda.log.InvocationLog;
import dev.gatehouse.lambda.log.InvocationLog.Invocation;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.users.UserErasure;
import dev.gatehouse.users.dynamodb.DynamoDbUserErasure;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;

/** The function behind API Gateway: the entry point of every route. */
public final class ApiHandler
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private final Router router;
  private final ApiOptions options;
  private final InvocationLog log;

  /**
   * Creates the function from its environment.
   *
   * @throws InvalidSetting if a variable is missing or malformed
   */
  public ApiHandler() {
    this(FunctionSettings.ofProcess());
    ApiPriming.of(FunctionSettings.ofProcess(), System.out::println)
        .registerIn(FunctionSettings.ofProcess());
  }

  private ApiHandler(FunctionSettings settings) {
    this(
        pool(ApiSettings.from(settings)),
        CognitoAccountOwner.from(settings),
        DynamoDbUserErasure.from(settings),
        Pictures.from(settings),
        ApiOptions.from(settings),
        DynamoDbIdempotencyRecords.from(settings),
        Clock.systemUTC(),
        System.out::println);
  }

  /** Creates the function with nothing that a stack may turn on. */
  ApiHandler(
      UserPool pool,
      UserErasure erasure,
      IdempotencyRecords requests,
      Clock clock,
      Consumer<String> sink) {
    this(pool, AccountOwner.NONE, erasure, Pictures.NONE, ApiOptions.NONE, requests, clock, sink);
  }

  /**
   * Creates the function.
   *
   * @param owner the care for owners of addresses that were signed up for twice
   * @param erasure the users table, and the claims that an erasure deletes
   * @param pictures the profile pictures, none in a stack without them
   * @param requests the records of requests with an {@code Idempotency-Key}
   * @param sink receives each log line
   */
  ApiHandler(
      UserPool pool,
      AccountOwner owner,
      UserErasure erasure,
      Pictures pictures,
      ApiOptions options,
      IdempotencyRecords requests,
      Clock clock,
      Consumer<String> sink) {
    this.options = options;
    UserProfiles profiles = new UserProfiles(erasure.users(), pool, clock, options.checksTokens());
    List<Route> routes = new ArrayList<>(pictures.routes(profiles));
    routes.addAll(
        List.of(
            new CreateUser(pool, owner, new Idempotency(requests, clock)),
            new DeleteUser(erasure, pool, clock),
            new ValidateUser(pool, owner),
            new ResendCode(pool),
            new ReadProfile(profiles),
            new ReadProfileByToken(profiles),
            new ChangeProfile(profiles),
            new Health()));
    this.router = new Router(routes);
    this.log = new InvocationLog("api", options.stack(), clock, sink);
  }

  @Override
  public APIGatewayProxyResponseEvent handleRequest(
      APIGatewayProxyRequestEvent event, Context context) {
    Invocation invocation = log.start(context);
    Request request = ProxyEvents.request(event);
    invocation.cameFrom(options.sources().hmac(ProxyEvents.sourceAddress(event)));
    Cors cors = options.cors();
    Response response =
        cors.isPreflight(request) ? preflight(request) : cors.apply(request, handle(request));
    RequestLog.write(invocation, router.nameOf(request), response);
    return ProxyEvents.event(request.isHead() ? response.withoutBody() : response);
  }

  /** Returns every route, for the test that compares them with docs/openapi.yaml. */
  List<Route> routes() {
    return router.routes();
  }

  private Response preflight(Request request) {
    return options
        .cors()
        .preflight(
            request, router.methodsAt(request.path()), router.requestHeadersAt(request.path()));
  }

  /** Returns a response in any case: API Gateway would turn an exception into a bare 502. */
  private Response handle(Request request) {
    try {
      return router.handle(request);
    } catch (RequestRefused e) {
      return Response.of(e);
    } catch (SdkException e) {
      return failed(Problem.SERVICE_UNAVAILABLE, e);
    } catch (Throwable e) {
      return failed(Problem.INTERNAL_ERROR, e);
    }
  }

  /** Logs type and place only: a message may quote the request, or name our resources. */
  private static Response failed(Problem problem, Throwable fault) {
    String place =
        Arrays.stream(fault.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("dev.gatehouse."))
            .findFirst()
            .map(frame -> " at " + frame)
            .orElse("");
    return Response.of(
        RequestRefused.because(problem).causedBy(fault.getClass().getName() + place));
  }

  private static UserPool pool(ApiSettings settings) {
    return CognitoUserPool.of(settings.region(), settings.clientId());
  }
}
