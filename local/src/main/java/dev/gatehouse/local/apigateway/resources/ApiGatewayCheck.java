package dev.gatehouse.local.apigateway.resources;

import dev.gatehouse.local.plan.Resource;
import java.util.Set;

/** Checks of API Gateway resources: inputs that the emulator does not support. */
public final class ApiGatewayCheck {
  private static final Set<String> API =
      Set.of(
          "name",
          "description",
          "binaryMediaTypes",
          // The API port is the only address, without TLS.
          "disableExecuteApiEndpoint",
          "endpointConfiguration",
          "failOnWarnings",
          "region",
          "tags",
          "tagsAll");

  private static final Set<String> STAGE =
      Set.of(
          "restApi",
          "deployment",
          "stageName",
          "variables",
          // The console shows the calls, and nothing is traced.
          "accessLogSettings",
          "description",
          "region",
          "tags",
          "tagsAll",
          "xrayTracingEnabled");

  private static final Set<String> METHOD =
      Set.of(
          "restApi",
          "resourceId",
          "httpMethod",
          "authorization",
          "authorizerId",
          "authorizationScopes",
          "operationName",
          "region");

  private static final Set<String> INTEGRATION =
      Set.of(
          "restApi",
          "resourceId",
          "httpMethod",
          "integrationHttpMethod",
          "passthroughBehavior",
          "requestTemplates",
          "timeoutMilliseconds",
          "type",
          "uri",
          "region");

  private static final Set<String> AUTHORIZER =
      Set.of(
          "restApi",
          "name",
          "type",
          "identitySource",
          "providerArns",
          // Tokens are checked at every request.
          "authorizerResultTtlInSeconds",
          "region");

  private ApiGatewayCheck() {}

  /** Throws {@code PlanInvalid} for an unsupported input of an API. */
  public static void checkApi(Resource api) {
    api.refuseUnsupported(api.inputs(), API);
  }

  /** Throws {@code PlanInvalid} for an unsupported input of a stage. */
  public static void checkStage(Resource stage) {
    stage.refuseUnsupported(stage.inputs(), STAGE);
  }

  /** Throws {@code PlanInvalid} for an unsupported input of a method. */
  public static void checkMethod(Resource method) {
    method.refuseUnsupported(method.inputs(), METHOD);
  }

  /** Throws {@code PlanInvalid} for an unsupported input of an integration. */
  public static void checkIntegration(Resource integration) {
    integration.refuseUnsupported(integration.inputs(), INTEGRATION);
  }

  /** Throws {@code PlanInvalid} for an unsupported input of an authorizer. */
  public static void checkAuthorizer(Resource authorizer) {
    authorizer.refuseUnsupported(authorizer.inputs(), AUTHORIZER);
  }
}
