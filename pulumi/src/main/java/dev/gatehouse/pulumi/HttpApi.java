package dev.gatehouse.pulumi;

import com.pulumi.aws.apigateway.Authorizer;
import com.pulumi.aws.apigateway.AuthorizerArgs;
import com.pulumi.aws.apigateway.Deployment;
import com.pulumi.aws.apigateway.DeploymentArgs;
import com.pulumi.aws.apigateway.Integration;
import com.pulumi.aws.apigateway.IntegrationArgs;
import com.pulumi.aws.apigateway.Method;
import com.pulumi.aws.apigateway.MethodArgs;
import com.pulumi.aws.apigateway.Resource;
import com.pulumi.aws.apigateway.ResourceArgs;
import com.pulumi.aws.apigateway.RestApi;
import com.pulumi.aws.apigateway.RestApiArgs;
import com.pulumi.aws.apigateway.Stage;
import com.pulumi.aws.apigateway.StageArgs;
import com.pulumi.aws.apigateway.inputs.RestApiEndpointConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Is the REST API: every path goes to one function, the profile only with an access token. */
final class HttpApi extends ComponentResource {
  private static final String NAME = "api";

  private final JavaFunction function;
  private final RestApi api;
  private final List<com.pulumi.resources.Resource> routes = new ArrayList<>();
  private final List<Output<String>> fingerprint = new ArrayList<>();
  private final Stage stage;

  HttpApi(StackConfig config, SignUpPool pool, JavaFunction function) {
    super("gatehouse:aws:HttpApi", NAME);
    this.function = function;
    this.api = api(config);
    Authorizer tokens = tokens(pool);

    Path root = new Path("root", api.rootResourceId());
    Path user = path(root, "user", "user");
    Path profile = path(user, "user-profile", "profile");
    open(root);
    open(path(root, "proxy", "{proxy+}"));
    open(user);
    open(path(user, "user-proxy", "{proxy+}"));
    // Nothing falls back to {proxy+} once a path is there: a POST here needs a line of its own.
    open(profile);
    withAccessToken(profile, "GET", tokens);
    withAccessToken(profile, "PATCH", tokens);

    this.stage = stage(config, deployment());
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

  private record Path(String name, Output<String> id) {}

  private RestApi api(StackConfig config) {
    return new RestApi(
        NAME,
        RestApiArgs.builder()
            .name(config.named("api"))
            .endpointConfiguration(
                // The domain name is regional too, so one certificate in the same region will do.
                RestApiEndpointConfigurationArgs.builder().types("REGIONAL").build())
            .build(),
        inside());
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
        inside());
  }

  private Path path(Path parent, String name, String part) {
    Resource resource =
        new Resource(
            name,
            ResourceArgs.builder().restApi(api.id()).parentId(parent.id()).pathPart(part).build(),
            inside());
    fingerprint.addAll(List.of(Output.of(part), parent.id(), resource.id()));
    return new Path(name, resource.id());
  }

  private void open(Path path) {
    route(path, "ANY", MethodArgs.builder().authorization("NONE"));
  }

  /** Asking for this scope is what makes the authorizer take access tokens, not ID tokens. */
  private void withAccessToken(Path path, String verb, Authorizer tokens) {
    route(
        path,
        verb,
        MethodArgs.builder()
            .authorization("COGNITO_USER_POOLS")
            .authorizerId(tokens.id())
            .authorizationScopes("aws.cognito.signin.user.admin"));
    fingerprint.add(tokens.id());
  }

  private void route(Path path, String verb, MethodArgs.Builder access) {
    String name = "%s-%s".formatted(path.name(), verb.toLowerCase(Locale.ROOT));
    MethodArgs args = access.restApi(api.id()).resourceId(path.id()).httpMethod(verb).build();
    Method method = new Method(name, args, inside());
    Integration integration =
        new Integration(
            name,
            IntegrationArgs.builder()
                .restApi(api.id())
                .resourceId(path.id())
                .httpMethod(method.httpMethod())
                .type("AWS_PROXY")
                .integrationHttpMethod("POST")
                .uri(function.invokeArn())
                .build(),
            inside());
    routes.addAll(List.of(method, integration));
    fingerprint.addAll(
        List.of(path.id(), Output.of(verb), method.authorization(), function.invokeArn()));
  }

  private Deployment deployment() {
    Output<Map<String, String>> triggers =
        Output.all(fingerprint)
            .applyValue(parts -> Map.of("redeployment", RouteFingerprint.of(parts)));
    return new Deployment(
        NAME,
        DeploymentArgs.builder().restApi(api.id()).triggers(triggers).build(),
        inside(routes.toArray(com.pulumi.resources.Resource[]::new)));
  }

  private Stage stage(StackConfig config, Deployment deployment) {
    return new Stage(
        NAME,
        StageArgs.builder()
            .restApi(api.id())
            .deployment(deployment.id())
            .stageName(config.api().stageName())
            .xrayTracingEnabled(true)
            .build(),
        inside());
  }

  private CustomResourceOptions inside(com.pulumi.resources.Resource... after) {
    return CustomResourceOptions.builder().parent(this).dependsOn(after).build();
  }
}
