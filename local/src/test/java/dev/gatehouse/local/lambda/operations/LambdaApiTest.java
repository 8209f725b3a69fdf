package dev.gatehouse.local.lambda.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.lambda.HandlersArchive;
import dev.gatehouse.local.lambda.LambdaPlan;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.registry.FunctionRegistry;
import dev.gatehouse.local.lambda.registry.ResourcePolicy;
import dev.gatehouse.local.lambda.requests.InvocationTarget;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.state.StateStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LambdaApiTest {

  private static final String BASE = "/2015-03-31/functions/";

  private final BlockingQueue<String> invoked = new LinkedBlockingQueue<>();
  private final LambdaApi api;

  LambdaApiTest(@TempDir Path root) throws IOException {
    HandlersArchive.write(root);
    Plan plan = new LambdaPlan().function("f", "Echo", "{publish: true}").alias("f").plan();
    FunctionRegistry registry = new FunctionRegistry(plan, root);
    api =
        new LambdaApi(
            registry,
            new ResourcePolicy(plan, registry, StateStore.none()),
            this::invoke,
            this::invoke);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f:live",
        "f%3Alive",
        "000000000000%3Afunction%3Af%3Alive",
        "arn%3Aaws%3Alambda%3Aus-east-1%3A000000000000%3Afunction%3Af%3Alive"
      })
  void functionIsInvokedByEveryFormOfItsName(String name) {
    Response response = post(name + "/invocations", "{\"a\":1}", Map.of());
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text()).isEqualTo("{\"a\":1}");
    assertThat(response.headers()).containsEntry("X-Amz-Executed-Version", List.of("1"));
    assertThat(invoked).containsExactly(LambdaPlan.ACCOUNT + "f:live {\"a\":1}");
  }

  @Test
  void versionsOfAFunctionAreListed() {
    Response response = api.handle(request("GET", "f/versions", "", Map.of(), Map.of()));
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text()).contains("\"Version\":\"$LATEST\"", "\"Version\":\"1\"");
  }

  @Test
  void qualifierMayBeAQueryParameter() {
    Response response =
        api.handle(
            request("POST", "f/invocations", "{}", Map.of("Qualifier", List.of("live")), Map.of()));
    assertThat(response.status()).isEqualTo(200);
    assertThat(invoked).containsExactly(LambdaPlan.ACCOUNT + "f:live {}");
  }

  @Test
  void functionErrorIsMarkedByAHeader() {
    Response response = post("f/invocations", "\"fail\"", Map.of());
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers()).containsEntry("X-Amz-Function-Error", List.of("Unhandled"));
    assertThat(response.text()).isEqualTo("{\"errorMessage\":\"no\"}");
  }

  @Test
  void eventInvocationRunsInTheBackground() throws InterruptedException {
    Response response =
        post("f/invocations", "{}", Map.of("x-amz-invocation-type", List.of("Event")));
    assertThat(response.status()).isEqualTo(202);
    assertThat(invoked.poll(10, TimeUnit.SECONDS)).isEqualTo(LambdaPlan.ACCOUNT + "f {}");
  }

  @Test
  void dryRunDoesNotInvoke() {
    Response response =
        post("f/invocations", "{}", Map.of("X-Amz-Invocation-Type", List.of("DryRun")));
    assertThat(response.status()).isEqualTo(204);
    assertThat(invoked).isEmpty();
  }

  @Test
  void unknownFunctionIsNotFound() {
    assertError(post("g/invocations", "{}", Map.of()), 404, "ResourceNotFoundException");
    assertError(post("f:missing/invocations", "{}", Map.of()), 404, "ResourceNotFoundException");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%zz", "a%20b", "%", "f%3A", "-%2Ff"})
  void malformedNameIsRefused(String name) {
    assertError(post(name + "/invocations", "{}", Map.of()), 400, "InvalidParameterValueException");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{a:1}", "{} {}", "nul", "'a'", "[1,]"})
  void malformedPayloadIsRefused(String payload) {
    assertError(post("f/invocations", payload, Map.of()), 400, "InvalidRequestContentException");
    assertThat(invoked).isEmpty();
  }

  @Test
  void payloadOverSixMegabytesIsRefused() {
    String payload = "\"" + "a".repeat(6 * 1024 * 1024) + "\"";
    assertError(post("f/invocations", payload, Map.of()), 413, "RequestTooLargeException");
  }

  @Test
  void otherPathsAreUnknownOperations() {
    assertError(post("f/urls", "{}", Map.of()), 400, "UnknownOperationException");
    assertError(post("", "{}", Map.of()), 400, "UnknownOperationException");
    assertError(
        api.handle(request("DELETE", "f", "", Map.of(), Map.of())),
        400,
        "UnknownOperationException");
  }

  @Test
  void functionsAreListedAndReturned() {
    JsonObject list = LambdaPlan.json(get("").text());
    assertThat(list.getAsJsonArray("Functions")).hasSize(1);
    JsonObject full = LambdaPlan.json(get("f:live").text()).getAsJsonObject("Configuration");
    assertThat(full.get("Version").getAsString()).isEqualTo("1");
    JsonObject configuration = LambdaPlan.json(get("f/configuration").text());
    assertThat(configuration.get("FunctionArn").getAsString()).isEqualTo(LambdaPlan.ACCOUNT + "f");
  }

  @Test
  void functionOfAnotherRegionIsNotReachable() {
    Response response =
        get("arn%3Aaws%3Alambda%3Aeu-west-1%3A000000000000%3Afunction%3Af/configuration");

    assertError(response, 404, "ResourceNotFoundException");
    assertThat(response.text())
        .contains("Functions from 'eu-west-1' are not reachable in this region ('us-east-1')");
  }

  @Test
  void aliasNamesItsVersion() {
    JsonObject alias = LambdaPlan.json(get("f/aliases/live").text());

    assertThat(alias.get("FunctionVersion").getAsString()).isEqualTo("1");
    assertThat(alias.get("AliasArn").getAsString()).isEqualTo(LambdaPlan.ACCOUNT + "f:live");
    assertError(get("f/aliases/1"), 404, "ResourceNotFoundException");
    assertError(get("f/aliases/missing"), 404, "ResourceNotFoundException");
  }

  private InvocationResult invoke(InvocationTarget target, String event) {
    invoked.add(target.invokedArn() + " " + event);
    return event.equals("\"fail\"")
        ? new InvocationResult.Failed("no", "{\"errorMessage\":\"no\"}")
        : new InvocationResult.Succeeded(event);
  }

  private static void assertError(Response response, int status, String type) {
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.headers()).containsEntry("x-amzn-ErrorType", List.of(type));
    assertThat(LambdaPlan.json(response.text()).get("Message").getAsString()).isNotEmpty();
  }

  private Response get(String path) {
    return api.handle(request("GET", path, "", Map.of(), Map.of()));
  }

  private Response post(String path, String body, Map<String, List<String>> headers) {
    return api.handle(request("POST", path, body, Map.of(), headers));
  }

  private static Request request(
      String method,
      String path,
      String body,
      Map<String, List<String>> query,
      Map<String, List<String>> headers) {
    return new Request(
        method, BASE + path, query, headers, "127.0.0.1", body.getBytes(StandardCharsets.UTF_8));
  }
}
