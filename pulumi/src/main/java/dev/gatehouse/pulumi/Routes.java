package dev.gatehouse.pulumi;

import com.pulumi.aws.apigateway.Authorizer;
import com.pulumi.aws.apigateway.Integration;
import com.pulumi.aws.apigateway.IntegrationArgs;
import com.pulumi.aws.apigateway.Method;
import com.pulumi.aws.apigateway.MethodArgs;
import com.pulumi.aws.apigateway.Resource;
import com.pulumi.aws.apigateway.ResourceArgs;
import com.pulumi.aws.apigateway.RestApi;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Are the paths and methods of the API, each of which goes to the one function. */
final class Routes {
  private final RestApi api;
  private final JavaFunction function;
  private final CustomResourceOptions inside;
  private final List<com.pulumi.resources.Resource> declared = new ArrayList<>();
  private final List<Output<String>> fingerprint = new ArrayList<>();

  Routes(RestApi api, JavaFunction function, CustomResourceOptions inside) {
    this.api = api;
    this.function = function;
    this.inside = inside;
  }

  record Path(String name, Output<String> id) {}

  /** Returns what a deployment has to come after. */
  List<com.pulumi.resources.Resource> declared() {
    return List.copyOf(declared);
  }

  /** Returns what tells these routes from others, in a fixed order. */
  List<Output<String>> fingerprint() {
    return List.copyOf(fingerprint);
  }

  Path root() {
    return new Path("root", api.rootResourceId());
  }

  Path path(Path parent, String name, String part) {
    Resource resource =
        new Resource(
            name,
            ResourceArgs.builder().restApi(api.id()).parentId(parent.id()).pathPart(part).build(),
            inside);
    fingerprint.addAll(List.of(Output.of(part), parent.id(), resource.id()));
    return new Path(name, resource.id());
  }

  /** Lets everybody in with every method that has no route of its own. */
  void open(Path path) {
    route(path, "ANY", MethodArgs.builder().authorization("NONE"));
  }

  /** Asking for this scope is what makes the authorizer take access tokens, not ID tokens. */
  void withAccessToken(Path path, String verb, Authorizer tokens) {
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
    Method method = new Method(name, args, inside);
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
            inside);
    declared.addAll(List.of(method, integration));
    fingerprint.addAll(
        List.of(path.id(), Output.of(verb), method.authorization(), function.invokeArn()));
  }
}
