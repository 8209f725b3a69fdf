package dev.gatehouse.local.lambda.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.lambda.HandlersArchive;
import dev.gatehouse.local.lambda.LambdaPlan;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.registry.FunctionName;
import dev.gatehouse.local.lambda.registry.FunctionRegistry;
import dev.gatehouse.local.lambda.registry.ResourcePolicy;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.state.StateStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionOperationsTest {

  private static final FunctionName LIVE = FunctionName.parse("f:live").orElseThrow();
  private static final String POOL = "arn:aws:cognito-idp:us-east-1:000000000000:userpool/p";
  private static final String PRINCIPAL = "cognito-idp.amazonaws.com";

  private final ResourcePolicy policy;
  private final LambdaApi api;

  PermissionOperationsTest(@TempDir Path root) throws IOException {
    HandlersArchive.write(root);
    Plan plan = new LambdaPlan().function("f", "Echo", "{publish: true}").alias("f").plan();
    FunctionRegistry registry = new FunctionRegistry(plan, root);
    policy = new ResourcePolicy(plan, registry, StateStore.none());
    api =
        new LambdaApi(
            registry,
            policy,
            (target, event) -> new InvocationResult.Succeeded(event),
            (target, event) -> {});
  }

  @Test
  void addedPermissionAllowsAServiceUntilItIsRemoved() {
    assertThat(policy.allows(LIVE, PRINCIPAL, POOL)).isFalse();
    assertThat(add("live", statement("one", PRINCIPAL)).status()).isEqualTo(201);
    assertThat(policy.allows(LIVE, PRINCIPAL, POOL)).isTrue();
    assertThat(call("DELETE", "f/policy/one", "", "live").status()).isEqualTo(204);
    assertThat(policy.allows(LIVE, PRINCIPAL, POOL)).isFalse();
  }

  @Test
  void statementIsTheOneThatIamHas() {
    JsonObject more = statement("one", PRINCIPAL);
    more.addProperty("SourceArn", POOL);
    more.addProperty("SourceAccount", "000000000000");
    String statement =
        """
        {"Sid": "one", "Effect": "Allow", "Principal": {"Service": "cognito-idp.amazonaws.com"},
         "Action": "lambda:InvokeFunction", "Resource": "%sf:live",
         "Condition": {"StringEquals": {"AWS:SourceAccount": "000000000000"},
           "ArnLike": {"AWS:SourceArn": "%s"}}}
        """
            .formatted(LambdaPlan.ACCOUNT, POOL);

    JsonObject added = LambdaPlan.json(add("live", more).text());
    JsonObject policy = LambdaPlan.json(call("GET", "f/policy", "", "live").text());

    assertThat(JsonParser.parseString(added.get("Statement").getAsString()))
        .isEqualTo(JsonParser.parseString(statement));
    assertThat(JsonParser.parseString(policy.get("Policy").getAsString()))
        .isEqualTo(
            JsonParser.parseString(
                "{\"Version\": \"2012-10-17\", \"Id\": \"default\", \"Statement\": [%s]}"
                    .formatted(statement)));
    assertThat(policy.has("RevisionId")).isTrue();
  }

  @Test
  void repeatedStatementIdIsAConflictWithinOnePolicy() {
    assertThat(add("live", statement("one", PRINCIPAL)).status()).isEqualTo(201);
    assertThat(add("1", statement("one", PRINCIPAL)).status()).isEqualTo(201);

    Response repeated = add("live", statement("one", "events.amazonaws.com"));

    assertThat(repeated.status()).isEqualTo(409);
    assertThat(repeated.headers())
        .containsEntry("x-amzn-ErrorType", List.of("ResourceConflictException"));
    assertThat(repeated.text())
        .contains(
            "The statement id (one) provided already exists. Please provide a new statement id, or"
                + " remove the existing statement.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "StatementId | a b | Value 'a b' at 'statementId' failed to satisfy constraint: Member must"
            + " satisfy regular expression pattern: ([a-zA-Z0-9-_]+)",
        "StatementId | | Value null at 'statementId' failed to satisfy constraint",
        "Principal | nobody | The provided principal was invalid.",
        "Principal | cognito-idp | The provided principal was invalid.",
        "Action | s3:GetObject | at 'action' failed to satisfy constraint",
        "FunctionUrlAuthType | NONE | does not support FunctionUrlAuthType",
      })
  void invalidPermissionIsRefused(String member, String value, String message) {
    JsonObject statement = statement("one", PRINCIPAL);
    statement.addProperty(member, value);

    Response response = add("live", statement);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text()).contains(message);
    assertThat(policy.of(LIVE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"*", "000000000000", "arn:aws:iam::000000000000:root", "s3.amazonaws.com"})
  void everyKindOfPrincipalIsAccepted(String principal) {
    assertThat(add("live", statement("one", principal)).status()).isEqualTo(201);
  }

  @Test
  void latestVersionHasNoPolicyOfItsOwn() {
    Response response = add("$LATEST", statement("one", PRINCIPAL));

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text())
        .contains("We currently do not support adding policies for $LATEST.");
  }

  @Test
  void missingPoliciesAndStatementsAreNotFound() {
    assertNotFound(
        call("GET", "f/policy", "", "live"), "The resource you requested does not exist.");
    assertNotFound(
        call("DELETE", "f/policy/one", "", "live"),
        "No policy is associated with the given resource.");
    assertThat(add("live", statement("one", PRINCIPAL)).status()).isEqualTo(201);
    assertNotFound(
        call("DELETE", "f/policy/two", "", "live"),
        "Statement two is not found in resource policy.");
  }

  private static void assertNotFound(Response response, String message) {
    assertThat(response.status()).isEqualTo(404);
    assertThat(response.headers())
        .containsEntry("x-amzn-ErrorType", List.of("ResourceNotFoundException"));
    assertThat(response.text()).contains(message);
  }

  private static JsonObject statement(String id, String principal) {
    JsonObject statement = new JsonObject();
    statement.addProperty("StatementId", id);
    statement.addProperty("Action", "lambda:InvokeFunction");
    statement.addProperty("Principal", principal);
    return statement;
  }

  private Response add(String qualifier, JsonObject statement) {
    return call("POST", "f/policy", statement.toString(), qualifier);
  }

  private Response call(String method, String path, String body, String qualifier) {
    return api.handle(
        new Request(
            method,
            "/2015-03-31/functions/" + path,
            Map.of("Qualifier", List.of(qualifier)),
            Map.of(),
            "127.0.0.1",
            body.getBytes(StandardCharsets.UTF_8)));
  }
}
