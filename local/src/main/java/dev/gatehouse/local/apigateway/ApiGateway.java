package dev.gatehouse.local.apigateway;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.gatehouse.local.functions.Invocation;
import dev.gatehouse.local.functions.LambdaInvoker;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Is API Gateway with one REST API, as people see it behind its custom domain. */
public final class ApiGateway implements Service {

  private static final String PRINCIPAL = "apigateway.amazonaws.com";

  /** Lambda takes no larger one from anybody who waits for the answer. */
  private static final int LARGEST_EVENT = 6 * 1024 * 1024;

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
    Routes.Match match = api.routes().match(request.path()).orElse(null);
    CallContext context =
        new CallContext(
            api, request, match == null ? null : match.route(), requestId, clock.instant(), null);
    Response response =
        match == null
            ? refuse(context, Refusal.MISSING_AUTHENTICATION_TOKEN)
            : answer(context, match);
    return response.with("x-amzn-RequestId", requestId).with("x-amz-apigw-id", requestId);
  }

  private Response answer(CallContext context, Routes.Match match) {
    Request request = context.request();
    ApiMethod method = match.route().method(request.method()).orElse(null);
    if (method == null) {
      return refuse(context, Refusal.MISSING_AUTHENTICATION_TOKEN);
    }
    if (method.authorizer() == null) {
      return answer(context, match, method.backend(), null);
    }
    return switch (method.authorizer().decide(request, method.scopes())) {
      case CognitoAuthorizer.Admitted(JWTClaimsSet claims) ->
          answer(context, match, method.backend(), claims);
      case CognitoAuthorizer.Refused(Refusal refusal) -> refuse(context, refusal);
    };
  }

  private Response answer(
      CallContext context,
      Routes.Match match,
      ApiMethod.Backend backend,
      @Nullable JWTClaimsSet claims) {
    return switch (backend) {
      case ApiMethod.Lambda function -> {
        String event =
            new ProxyEvent(api, match, context.request())
                .json(claims, context.requestId(), context.at());
        yield event.getBytes(StandardCharsets.UTF_8).length > LARGEST_EVENT
            ? refuse(context, Refusal.REQUEST_TOO_LARGE)
            : invoke(context, match, function, event);
      }
      case ApiMethod.Mock(int status, Map<String, Mapping> headers, Template body) ->
          GatewayResponses.headed(
              Response.of(status, "application/json", body == null ? "" : body.fill(context)),
              headers,
              context);
    };
  }

  private Response invoke(
      CallContext context, Routes.Match match, ApiMethod.Lambda function, String event) {
    String sourceArn =
        "%s/%s/%s%s"
            .formatted(
                api.executionArn(), api.stage(), context.request().method(), match.route().path());
    Invocation invocation =
        lambda.invoke(function.arn(), PRINCIPAL, sourceArn, event, function.patience());
    return switch (invocation) {
      case Invocation.Answered(String payload) ->
          ProxyAnswer.of(payload, context.request(), api.binary())
              .orElseGet(() -> refuse(context, Refusal.BAD_GATEWAY));
      case Invocation.Failed failed -> refuse(context, Refusal.BAD_GATEWAY);
      case Invocation.GivenUp givenUp -> refuse(context, Refusal.INTEGRATION_TIMEOUT);
      case Invocation.Denied denied -> refuse(context, Refusal.CONFIGURATION_ERROR);
      case Invocation.NotFound notFound -> refuse(context, Refusal.CONFIGURATION_ERROR);
    };
  }

  private Response refuse(CallContext context, Refusal refusal) {
    return api.responses().answer(context, refusal);
  }
}
