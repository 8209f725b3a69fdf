package dev.gatehouse.local.apigateway;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.gatehouse.local.apigateway.authorizer.CognitoAuthorizer;
import dev.gatehouse.local.apigateway.authorizer.UserPoolTokens;
import dev.gatehouse.local.apigateway.integration.Integration;
import dev.gatehouse.local.apigateway.integration.ProxyEvent;
import dev.gatehouse.local.apigateway.integration.ProxyResponse;
import dev.gatehouse.local.apigateway.resources.ApiMethod;
import dev.gatehouse.local.apigateway.resources.ApiResources.ResourceMatch;
import dev.gatehouse.local.apigateway.resources.ApiStage;
import dev.gatehouse.local.apigateway.responses.ContextVariables;
import dev.gatehouse.local.apigateway.responses.GatewayError;
import dev.gatehouse.local.apigateway.responses.GatewayResponses;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.invoke.LambdaInvoker;
import dev.gatehouse.local.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** API Gateway with one REST API, served as behind its custom domain. */
public final class ApiGateway implements Service {

  private static final String PRINCIPAL = "apigateway.amazonaws.com";

  /** Lambda's limit for the payload of a synchronous invocation. */
  private static final int MAX_EVENT_BYTES = 6 * 1024 * 1024;

  private final RestApi api;
  private final LambdaInvoker lambda;
  private final Clock clock;

  ApiGateway(RestApi api, LambdaInvoker lambda, Clock clock) {
    this.api = api;
    this.lambda = lambda;
    this.clock = clock;
  }

  /**
   * Creates the gateway of the plan's REST API.
   *
   * @param publicKeys the signing keys of a user pool by its id
   */
  public static ApiGateway of(
      Plan plan, LambdaInvoker lambda, Function<String, JWKSet> publicKeys, Clock clock) {
    return of(plan, lambda, UserPoolTokens.ofAws(publicKeys), clock);
  }

  /** Creates the gateway of the plan's REST API, with the keys and issuers of user pools. */
  public static ApiGateway of(Plan plan, LambdaInvoker lambda, UserPoolTokens tokens, Clock clock) {
    return new ApiGateway(new RestApiReader(plan, tokens, clock).read(), lambda, clock);
  }

  @Override
  public Response handle(Request request) {
    ResourceMatch match = match(request);
    ContextVariables context = context(request, match);
    return identified(
        match == null
            ? errorResponse(context, GatewayError.MISSING_AUTHENTICATION_TOKEN)
            : authorize(context, match),
        context);
  }

  /**
   * Returns the gateway's own response to a request that it does not handle: of a throttled one for
   * 429, of the web ACL's for 403, of a failure else.
   */
  public Response refuse(Request request, int status) {
    ContextVariables context = context(request, match(request));
    return identified(
        errorResponse(
            context,
            switch (status) {
              case 429 -> GatewayError.THROTTLED;
              case 403 -> GatewayError.WAF_FILTERED;
              default -> GatewayError.BAD_GATEWAY;
            }),
        context);
  }

  private @Nullable ResourceMatch match(Request request) {
    return api.resources().match(request.path()).orElse(null);
  }

  private ContextVariables context(Request request, @Nullable ResourceMatch match) {
    return new ContextVariables(
        api.stage(),
        request,
        match == null ? null : match.resource(),
        UUID.randomUUID().toString(),
        clock.instant(),
        null);
  }

  private static Response identified(Response response, ContextVariables context) {
    return response
        .with("x-amzn-RequestId", context.requestId())
        .with("x-amz-apigw-id", context.requestId());
  }

  private Response authorize(ContextVariables context, ResourceMatch match) {
    Request request = context.request();
    ApiMethod method = match.resource().method(request.method()).orElse(null);
    if (method == null) {
      return errorResponse(context, GatewayError.MISSING_AUTHENTICATION_TOKEN);
    }
    if (method.authorizer() == null) {
      return integrate(context, match, method.integration(), null);
    }
    return switch (method.authorizer().authorize(request, method.scopes())) {
      case CognitoAuthorizer.Allowed allowed ->
          integrate(context, match, method.integration(), allowed.claims());
      case CognitoAuthorizer.Denied denied -> errorResponse(context, denied.error());
    };
  }

  private Response integrate(
      ContextVariables context,
      ResourceMatch match,
      Integration integration,
      @Nullable JWTClaimsSet claims) {
    return switch (integration) {
      case Integration.LambdaProxy function -> {
        String event =
            new ProxyEvent(api.stage(), match, context.request())
                .json(claims, context.requestId(), context.at());
        yield event.getBytes(StandardCharsets.UTF_8).length > MAX_EVENT_BYTES
            ? errorResponse(context, GatewayError.REQUEST_TOO_LARGE)
            : invoke(context, match, function, event);
      }
      case Integration.Mock mock -> mockResponse(context, mock);
    };
  }

  private static Response mockResponse(ContextVariables context, Integration.Mock mock) {
    String body = mock.body() == null ? "" : mock.body().fill(context);
    return GatewayResponses.withHeaders(
        Response.of(mock.status(), "application/json", body), mock.headers(), context);
  }

  private Response invoke(
      ContextVariables context,
      ResourceMatch match,
      Integration.LambdaProxy function,
      String event) {
    ApiStage stage = api.stage();
    String sourceArn =
        "%s/%s/%s%s"
            .formatted(
                stage.executionArn(),
                stage.name(),
                context.request().method(),
                match.resource().path());
    return switch (lambda.invoke(function.arn(), PRINCIPAL, sourceArn, event, function.timeout())) {
      case InvocationResult.Succeeded succeeded ->
          ProxyResponse.of(succeeded.payload(), context.request(), stage.binaryMediaTypes())
              .orElseGet(() -> errorResponse(context, GatewayError.BAD_GATEWAY));
      case InvocationResult.Failed failed -> errorResponse(context, GatewayError.BAD_GATEWAY);
      case InvocationResult.TimedOut timedOut ->
          errorResponse(context, GatewayError.INTEGRATION_TIMEOUT);
      case InvocationResult.Throttled throttled ->
          errorResponse(context, GatewayError.INTEGRATION_FAILURE);
      case InvocationResult.AccessDenied denied ->
          errorResponse(context, GatewayError.CONFIGURATION_ERROR);
      case InvocationResult.NotFound notFound ->
          errorResponse(context, GatewayError.CONFIGURATION_ERROR);
    };
  }

  private Response errorResponse(ContextVariables context, GatewayError error) {
    return api.responses().response(context, error);
  }
}
