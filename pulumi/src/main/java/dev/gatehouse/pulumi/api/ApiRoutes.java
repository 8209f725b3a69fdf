package dev.gatehouse.pulumi.api;

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
import dev.gatehouse.pulumi.functions.JavaFunction;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The resources, methods and integrations of the REST API, all with the same function. */
final class ApiRoutes {
  private final RestApi api;
  private final Authorizer authorizer;
  private final JavaFunction function;
  private final CustomResourceOptions options;
  private final Map<ApiPath, Output<String>> resourceIds = new EnumMap<>(ApiPath.class);
  private final List<com.pulumi.resources.Resource> declared = new ArrayList<>();
  private final List<Output<String>> fingerprint = new ArrayList<>();

  ApiRoutes(
      List<ApiPath> paths,
      RestApi api,
      Authorizer authorizer,
      JavaFunction function,
      CustomResourceOptions options) {
    this.api = api;
    this.authorizer = authorizer;
    this.function = function;
    this.options = options;
    for (ApiPath path : paths) {
      resourceIds.put(path, resourceId(path));
      withoutToken(path);
      path.methodsWithToken().forEach(method -> withToken(path, method));
    }
  }

  /** Returns the resources on which a deployment depends. */
  List<com.pulumi.resources.Resource> declared() {
    return List.copyOf(declared);
  }

  /** Returns the values that differ between different routes, in a fixed order. */
  List<Output<String>> fingerprint() {
    return List.copyOf(fingerprint);
  }

  private Output<String> resourceId(ApiPath path) {
    ApiPath parent = path.parent();
    if (parent == null) {
      return api.rootResourceId();
    }
    Output<String> parentId = idOf(parent);
    Resource resource =
        new Resource(
            path.logicalName(),
            ResourceArgs.builder()
                .restApi(api.id())
                .parentId(parentId)
                .pathPart(path.pathPart())
                .build(),
            options);
    fingerprint.addAll(List.of(Output.of(path.pathPart()), parentId, resource.id()));
    return resource.id();
  }

  private Output<String> idOf(ApiPath path) {
    return Objects.requireNonNull(resourceIds.get(path));
  }

  private void withoutToken(ApiPath path) {
    route(path, "ANY", MethodArgs.builder().authorization("NONE"));
  }

  /** With a scope, the authorizer accepts access tokens and refuses ID tokens. */
  private void withToken(ApiPath path, String method) {
    route(
        path,
        method,
        MethodArgs.builder()
            .authorization("COGNITO_USER_POOLS")
            .authorizerId(authorizer.id())
            .authorizationScopes("aws.cognito.signin.user.admin"));
    fingerprint.add(authorizer.id());
  }

  private void route(ApiPath path, String httpMethod, MethodArgs.Builder authorization) {
    String name = "%s-%s".formatted(path.logicalName(), httpMethod.toLowerCase(Locale.ROOT));
    Output<String> resourceId = idOf(path);
    Method method =
        new Method(
            name,
            authorization.restApi(api.id()).resourceId(resourceId).httpMethod(httpMethod).build(),
            options);
    Integration integration =
        new Integration(
            name,
            IntegrationArgs.builder()
                .restApi(api.id())
                .resourceId(resourceId)
                .httpMethod(method.httpMethod())
                .type("AWS_PROXY")
                .integrationHttpMethod("POST")
                .uri(function.invokeArn())
                .build(),
            options);
    declared.addAll(List.of(method, integration));
    fingerprint.addAll(
        List.of(resourceId, Output.of(httpMethod), method.authorization(), function.invokeArn()));
  }
}
