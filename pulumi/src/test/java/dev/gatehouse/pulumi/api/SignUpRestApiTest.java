package dev.gatehouse.pulumi.api;

import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.plan.RecordedPlan.input;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.output;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static dev.gatehouse.pulumi.plan.RecordedPlan.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignUpRestApiTest {
  private static final String POOL = "aws:cognito/userPool:UserPool";
  private static final String ALIAS = "aws:lambda/alias:Alias";
  private static final String PERMISSION = "aws:lambda/permission:Permission";

  @Test
  void onlyTheStageOfThisApiMayInvokeTheFunction() {
    JsonObject permission = PLAN.named(PERMISSION, "api-invoked-by-api-gateway");

    assertThat(input(permission, "function")).isEqualTo("gatehouse-local-api");
    assertThat(input(permission, "principal")).isEqualTo("apigateway.amazonaws.com");
    assertThat(input(permission, "sourceArn"))
        .isEqualTo(
            output(PLAN.only("aws:apigateway/restApi:RestApi"), "executionArn") + "/prod/*/*");
  }

  @Test
  void onlyTheProfileAndAnErasureRequireAToken() {
    Map<String, String> pathById = new HashMap<>();
    pathById.put(output(PLAN.only("aws:apigateway/restApi:RestApi"), "rootResourceId"), "/");
    PLAN.ofType("aws:apigateway/resource:Resource")
        .forEach(it -> pathById.put(output(it, "id"), output(it, "path")));

    assertThat(PLAN.ofType("aws:apigateway/method:Method"))
        .extracting(
            it ->
                "%s %s %s"
                    .formatted(
                        input(it, "httpMethod"),
                        pathById.get(input(it, "resourceId")),
                        input(it, "authorization")))
        .containsExactlyInAnyOrder(
            "ANY / NONE",
            "ANY /{proxy+} NONE",
            "ANY /user NONE",
            "DELETE /user COGNITO_USER_POOLS",
            "ANY /user/{proxy+} NONE",
            "ANY /user/profile NONE",
            "GET /user/profile COGNITO_USER_POOLS",
            "HEAD /user/profile COGNITO_USER_POOLS",
            "PATCH /user/profile COGNITO_USER_POOLS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"user-profile-get", "user-profile-patch", "user-delete"})
  void methodRequiresAnAccessTokenOfThisPool(String name) {
    JsonObject method = PLAN.named("aws:apigateway/method:Method", name);
    JsonObject authorizer = PLAN.only("aws:apigateway/authorizer:Authorizer");

    assertThat(input(method, "authorizerId")).isEqualTo(output(authorizer, "id"));
    assertThat(texts(inputs(method), "authorizationScopes"))
        .containsExactly("aws.cognito.signin.user.admin");
    assertThat(texts(inputs(authorizer), "providerArns"))
        .containsExactly(output(PLAN.only(POOL), "arn"));
  }

  @Test
  void everyMethodInvokesTheAliasOfTheApi() {
    String alias = output(PLAN.named(ALIAS, "api"), "invokeArn");

    assertThat(PLAN.ofType("aws:apigateway/integration:Integration"))
        .hasSameSizeAs(PLAN.ofType("aws:apigateway/method:Method"))
        .allSatisfy(
            it -> {
              assertThat(input(it, "type")).isEqualTo("AWS_PROXY");
              assertThat(input(it, "integrationHttpMethod")).isEqualTo("POST");
              assertThat(input(it, "uri")).isEqualTo(alias).contains(":live/invocations");
            });
  }

  @Test
  void deploymentDependsOnEveryRouteAndHasAFingerprint() {
    JsonObject deployment = PLAN.only("aws:apigateway/deployment:Deployment");
    List<String> routes =
        Stream.of("aws:apigateway/method:Method", "aws:apigateway/integration:Integration")
            .flatMap(type -> PLAN.ofType(type).stream())
            .map(it -> text(it, "urn"))
            .toList();

    assertThat(texts(deployment, "dependencies")).containsAll(routes);
    assertThat(text(inputs(deployment).getAsJsonObject("triggers"), "redeployment"))
        .matches("[0-9a-f]{64}");
  }
}
