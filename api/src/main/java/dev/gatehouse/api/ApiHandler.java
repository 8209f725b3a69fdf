package dev.gatehouse.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import dev.gatehouse.users.DynamoDbUsers;
import dev.gatehouse.users.Users;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;

/** Answers people: every route of the API comes in here. */
public final class ApiHandler
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private final Router router;
  private final Cors cors;
  private final InvocationLog log;
  private final Clock clock;

  /** Reads the environment, and fails if it lacks something. */
  public ApiHandler() {
    this(System.getenv());
    ApiPriming.of(System.getenv(), System.out::println).registerIn(System.getenv());
  }

  private ApiHandler(Map<String, String> environment) {
    this(
        accounts(Settings.from(environment)),
        DynamoDbUsers.from(environment),
        Cors.from(environment),
        Clock.systemUTC(),
        System.out::println);
  }

  ApiHandler(Accounts accounts, Users users, Clock clock, Consumer<String> sink) {
    this(accounts, users, Cors.NONE, clock, sink);
  }

  /** Takes the collaborators; each line of the log goes to the sink. */
  ApiHandler(Accounts accounts, Users users, Cors cors, Clock clock, Consumer<String> sink) {
    this.cors = cors;
    Profiles profiles = new Profiles(users, accounts, clock);
    this.router =
        new Router(
            List.of(
                new CreateUser(accounts),
                new ValidateUser(accounts),
                new ResendCode(accounts),
                new ReadProfile(profiles),
                new ReadProfileByToken(profiles),
                new ChangeProfile(profiles),
                new Health()));
    this.log = new InvocationLog(sink, clock);
    this.clock = clock;
  }

  @Override
  public APIGatewayProxyResponseEvent handleRequest(
      APIGatewayProxyRequestEvent event, Context context) {
    Instant began = clock.instant();
    Request request = Proxy.request(event);
    Response response =
        cors.isPreflight(request) ? cors.preflight(request) : cors.admit(request, answer(request));
    log.write(began, context.getAwsRequestId(), router.nameOf(request), response);
    return Proxy.response(response);
  }

  /** Returns every route, for the test that holds the document to them. */
  List<Route> routes() {
    return router.routes();
  }

  /** Answers whatever happens: an exception that left this function would be a bare 502. */
  private Response answer(Request request) {
    try {
      return router.answer(request);
    } catch (RequestRefused e) {
      return Response.of(e);
    } catch (SdkException e) {
      return failed(Problem.SERVICE_UNAVAILABLE, e);
    } catch (Throwable e) {
      return failed(Problem.INTERNAL_ERROR, e);
    }
  }

  /** Keeps type and place alone: a message may hold what was sent, or names of our resources. */
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

  private static Accounts accounts(Settings settings) {
    return new CognitoAccounts(CognitoClient.of(settings.region()), settings.clientId());
  }
}
