package dev.gatehouse.pulumi;

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
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Is the REST API: every path goes to one function, the profile only with an access token. */
final class HttpApi extends ComponentResource {
  private static final String NAME = "api";

  private final RestApi api;
  private final Stage stage;

  HttpApi(StackConfig config, SignUpPool pool, JavaFunction function) {
    super("gatehouse:aws:HttpApi", NAME);
    this.api = api(config);
    Routes routes = routes(tokens(pool), function);
    GatewayResponses answers =
        GatewayResponses.of(api, config.api().corsOrigins(), inside(List.of()));
    this.stage = stage(config, deployment(config, routes, answers));
    Throttling.of(config.api(), stage, inside(List.of()));
    Firewall.of(config, stage, inside(List.of()));
    function.allow("api", "apigateway.amazonaws.com", Output.format("%s/*/*", api.executionArn()));
    registerOutputs(Map.of("invokeUrl", stage.invokeUrl()));
  }

  RestApi api() {
    return api;
  }

  Stage stage() {
    return stage;
  }

  /** Returns AWS's own address of the stage, which works before the domain name does. */
  Output<String> invokeUrl() {
    return stage.invokeUrl();
  }

  private RestApi api(StackConfig config) {
    return new RestApi(
        NAME,
        RestApiArgs.builder()
            .name(config.named("api"))
            .disableExecuteApiEndpoint(config.api().closed())
            .endpointConfiguration(
                RestApiEndpointConfigurationArgs.builder().types(endpoint(config)).build())
            .build(),
        inside(List.of()));
  }

  private static String endpoint(StackConfig config) {
    return config.domain().edge() ? "EDGE" : "REGIONAL";
  }

  private Authorizer tokens(SignUpPool pool) {
    return new Authorizer(
        "tokens",
        AuthorizerArgs.builder()
            .name("tokens")
            .restApi(api.id())
            .type("COGNITO_USER_POOLS")
            .identitySource("method.request.header.Authorization")
            .providerArns(pool.arn().applyValue(List::of))
            .build(),
        inside(List.of()));
  }

  private Routes routes(Authorizer tokens, JavaFunction function) {
    Routes routes = new Routes(api, function, inside(List.of()));
    Routes.Path root = routes.root();
    Routes.Path user = routes.path(root, "user", "user");
    Routes.Path profile = routes.path(user, "user-profile", "profile");
    routes.open(root);
    routes.open(routes.path(root, "proxy", "{proxy+}"));
    routes.open(user);
    routes.open(routes.path(user, "user-proxy", "{proxy+}"));
    // Nothing falls back to {proxy+} once a path is there: a POST here needs a line of its own.
    routes.open(profile);
    routes.withAccessToken(profile, "GET", tokens);
    routes.withAccessToken(profile, "PATCH", tokens);
    return routes;
  }

  private Deployment deployment(StackConfig config, Routes routes, GatewayResponses answers) {
    List<Output<String>> parts =
        Stream.of(
                routes.fingerprint(),
                answers.fingerprint(),
                List.of(
                    Output.of(endpoint(config)), Output.of(String.valueOf(config.api().closed()))))
            .flatMap(List::stream)
            .toList();
    return new Deployment(
        NAME,
        DeploymentArgs.builder()
            .restApi(api.id())
            .triggers(
                Output.all(parts)
                    .applyValue(all -> Map.of("redeployment", RouteFingerprint.of(all))))
            .build(),
        inside(Stream.of(routes.declared(), answers.declared()).flatMap(List::stream).toList()));
  }

  private Stage stage(StackConfig config, Deployment deployment) {
    AccessLogs logs = AccessLogs.of(config, inside(List.of()));
    return new Stage(
        NAME,
        logs.of(
                StageArgs.builder()
                    .restApi(api.id())
                    .deployment(deployment.id())
                    .stageName(config.api().stageName())
                    .xrayTracingEnabled(true))
            .build(),
        inside(logs.first()));
  }

  private CustomResourceOptions inside(List<? extends Resource> after) {
    return CustomResourceOptions.builder().parent(this).dependsOn(List.copyOf(after)).build();
  }
}
