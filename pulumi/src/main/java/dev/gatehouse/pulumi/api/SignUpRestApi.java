package dev.gatehouse.pulumi.api;

import com.pulumi.aws.apigateway.Authorizer;
import com.pulumi.aws.apigateway.AuthorizerArgs;
import com.pulumi.aws.apigateway.Deployment;
import com.pulumi.aws.apigateway.DeploymentArgs;
import com.pulumi.aws.apigateway.RestApi;
import com.pulumi.aws.apigateway.RestApiArgs;
import com.pulumi.aws.apigateway.Stage;
import com.pulumi.aws.apigateway.StageArgs;
import com.pulumi.aws.apigateway.inputs.RestApiEndpointConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.cognito.SignUpUserPool;
import dev.gatehouse.pulumi.firewall.Firewall;
import dev.gatehouse.pulumi.functions.JavaFunction;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The REST API with its routes, authorizer, deployment and stage. */
public final class SignUpRestApi extends ComponentResource {
  private static final String NAME = "api";

  private final StackConfig config;
  private final RestApi api;
  private final Stage stage;

  /** Declares the API in front of a function. */
  public SignUpRestApi(StackConfig config, SignUpUserPool pool, JavaFunction function) {
    super("gatehouse:aws:RestApi", NAME);
    this.config = config;
    this.api = api();
    ApiRoutes routes =
        new ApiRoutes(ApiPath.of(config), api, authorizer(pool), function, inside(List.of()));
    GatewayResponses responses =
        GatewayResponses.of(api, config.restApi().corsOrigins(), inside(List.of()));
    this.stage = stage(deployment(routes, responses));
    StageThrottling.of(config.restApi(), stage, inside(List.of()));
    Firewall.ofApi(config, stage.arn(), inside(List.of()));
    // The stage, then any method and path.
    function.addApiPermission(Output.format("%s/%s/*/*", api.executionArn(), stage.stageName()));
    registerOutputs(Map.of("invokeUrl", stage.invokeUrl()));
  }

  /** Returns the id of the API. */
  public Output<String> id() {
    return api.id();
  }

  /** Returns the stage. */
  public Stage stage() {
    return stage;
  }

  /** Returns the execute-api URL of the stage, which works without the custom domain. */
  public Output<String> invokeUrl() {
    return stage.invokeUrl();
  }

  private RestApi api() {
    return new RestApi(
        NAME,
        RestApiArgs.builder()
            .name(config.named("api"))
            .disableExecuteApiEndpoint(config.restApi().executeApiEndpointDisabled())
            .endpointConfiguration(
                RestApiEndpointConfigurationArgs.builder().types(endpointType()).build())
            .build(),
        inside(List.of()));
  }

  private String endpointType() {
    return config.domain().edge() ? "EDGE" : "REGIONAL";
  }

  private Authorizer authorizer(SignUpUserPool pool) {
    return new Authorizer(
        "user-pool",
        AuthorizerArgs.builder()
            .name("user-pool")
            .restApi(api.id())
            .type("COGNITO_USER_POOLS")
            .identitySource("method.request.header.Authorization")
            .providerArns(pool.arn().applyValue(List::of))
            .build(),
        inside(List.of()));
  }

  /** A change of the API takes effect only with a new deployment, hence the fingerprint. */
  private Deployment deployment(ApiRoutes routes, GatewayResponses responses) {
    List<Output<String>> parts =
        Stream.of(
                routes.fingerprint(),
                responses.fingerprint(),
                List.of(
                    Output.of(endpointType()),
                    Output.of(String.valueOf(config.restApi().executeApiEndpointDisabled()))))
            .flatMap(List::stream)
            .toList();
    return new Deployment(
        NAME,
        DeploymentArgs.builder()
            .restApi(api.id())
            .triggers(
                Output.all(parts)
                    .applyValue(all -> Map.of("redeployment", DeploymentFingerprint.of(all))))
            .build(),
        inside(Stream.of(routes.declared(), responses.declared()).flatMap(List::stream).toList()));
  }

  private Stage stage(Deployment deployment) {
    AccessLogs logs = AccessLogs.of(config, inside(List.of()));
    return new Stage(
        NAME,
        logs.addTo(
                StageArgs.builder()
                    .restApi(api.id())
                    .deployment(deployment.id())
                    .stageName(config.restApi().stageName())
                    .xrayTracingEnabled(true))
            .build(),
        inside(logs.prerequisites()));
  }

  private CustomResourceOptions inside(List<? extends Resource> after) {
    return CustomResourceOptions.builder().parent(this).dependsOn(List.copyOf(after)).build();
  }
}
