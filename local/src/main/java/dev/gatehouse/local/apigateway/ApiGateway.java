package dev.gatehouse.local.apigateway;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.gatehouse.local.functions.Invocation;
import dev.gatehouse.local.functions.LambdaInvoker;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.plan.Plan;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Is API Gateway with one REST API, as people see it behind its custom domain. */
public final class ApiGateway implements Service {

  private static final String PRINCIPAL = "apigateway.amazonaws.com";

  private final RestApi api;
  private final LambdaInvoker lambda;
  private final Clock clock;

  ApiGateway(RestApi api, LambdaInvoker lambda, Clock clock) {
    this.api = api;
    this.lambda = lambda;
    this.clock = clock;
  }

  /**
   * Deploys the plan's REST API.
   *
   * @param publicKeys the signing keys of a pool by its id
   */
  public static ApiGateway of(
      Plan plan, LambdaInvoker lambda, Function<String, JWKSet> publicKeys, Clock clock) {
    return new ApiGateway(new PlannedApi(plan, publicKeys, clock).read(), lambda, clock);
  }

  @Override
  public Response answer(Request request) {
    String requestId = UUID.randomUUID().toString();
    return api.routes()
        .match(request.path())
        .map(match -> answer(request, match, requestId))
        .orElseGet(Refusal.MISSING_AUTHENTICATION_TOKEN::response)
        .with("x-amzn-RequestId", requestId)
        .with("x-amz-apigw-id", requestId);
  }

  private Response answer(Request request, Routes.Match match, String requestId) {
    ApiMethod method = match.route().method(request.method()).orElse(null);
    if (method == null) {
      return Refusal.MISSING_AUTHENTICATION_TOKEN.response();
    }
    Call call = new Call(request, match, method, requestId);
    if (method.authorizer() == null) {
      return invoke(call, null);
    }
    return switch (method.authorizer().decide(request, method.scopes())) {
      case CognitoAuthorizer.Admitted(JWTClaimsSet claims) -> invoke(call, claims);
      case CognitoAuthorizer.Refused(Refusal refusal) -> refusal.response();
    };
  }

  private Response invoke(Call call, @Nullable JWTClaimsSet claims) {
    String event =
        new ProxyEvent(api, call.match(), call.request())
            .json(claims, call.requestId(), clock.instant());
    Invocation invocation =
        lambda.invoke(
            call.method().functionArn(),
            PRINCIPAL,
            sourceArn(call),
            event,
            call.method().patience());
    return switch (invocation) {
      case Invocation.Answered(String payload) ->
          ProxyAnswer.of(payload, call.request(), api.binary());
      case Invocation.Failed failed -> Refusal.BAD_GATEWAY.response();
      case Invocation.GivenUp givenUp -> Refusal.INTEGRATION_TIMEOUT.response();
      case Invocation.Denied denied -> Refusal.INTEGRATION_FAILURE.response();
      case Invocation.NotFound notFound -> Refusal.INTEGRATION_FAILURE.response();
    };
  }

  private String sourceArn(Call call) {
    return "%s/%s/%s%s"
        .formatted(
            api.executionArn(), api.stage(), call.request().method(), call.match().route().path());
  }

  private record Call(Request request, Routes.Match match, ApiMethod method, String requestId) {}
}
