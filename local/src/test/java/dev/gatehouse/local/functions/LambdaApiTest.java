package dev.gatehouse.local.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.plan.Plan;
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

  private final BlockingQueue<String> called = new LinkedBlockingQueue<>();
  private final ResourcePolicy policy;
  private final LambdaApi api;

  LambdaApiTest(@TempDir Path root) throws IOException {
    HandlersZip.write(root);
    Plan plan = new PlanFile().function("f", "Echo", "{publish: true}").alias("f").plan();
    Catalogue catalogue = new Catalogue(plan, root);
    policy = new ResourcePolicy(plan, catalogue);
    api = new LambdaApi(catalogue, policy, this::call);
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
    assertThat(called).containsExactly(PlanFile.ACCOUNT + "f:live {\"a\":1}");
  }

  @Test
  void qualifierMayStandInTheQuery() {
    Response response =
        api.answer(
            request("POST", "f/invocations", "{}", Map.of("Qualifier", List.of("live")), Map.of()));
    assertThat(response.status()).isEqualTo(200);
    assertThat(called).containsExactly(PlanFile.ACCOUNT + "f:live {}");
  }

  @Test
  void failureIsAnAnswerWithAHeader() {
    Response response = post("f/invocations", "\"fail\"", Map.of());
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers()).containsEntry("X-Amz-Function-Error", List.of("Unhandled"));
    assertThat(response.text()).isEqualTo("{\"errorMessage\":\"no\"}");
  }

  @Test
  void eventIsAcceptedAndRunInTheBackground() throws InterruptedException {
    Response response =
        post("f/invocations", "{}", Map.of("x-amz-invocation-type", List.of("Event")));
    assertThat(response.status()).isEqualTo(202);
    assertThat(called.poll(10, TimeUnit.SECONDS)).isEqualTo(PlanFile.ACCOUNT + "f {}");
  }

  @Test
  void dryRunRunsNothing() {
    Response response =
        post("f/invocations", "{}", Map.of("X-Amz-Invocation-Type", List.of("DryRun")));
    assertThat(response.status()).isEqualTo(204);
    assertThat(called).isEmpty();
  }

  @Test
  void unknownFunctionIsNotFound() {
    assertError(post("g/invocations", "{}", Map.of()), 404, "ResourceNotFoundException");
    assertError(post("f:dead/invocations", "{}", Map.of()), 404, "ResourceNotFoundException");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%zz", "a%20b", "%", "f%3A", "-%2Ff"})
  void nameThatIsNoneIsRefused(String name) {
    assertError(post(name + "/invocations", "{}", Map.of()), 400, "InvalidParameterValueException");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{a:1}", "{} {}", "nul", "'a'", "[1,]"})
  void payloadThatIsNotJsonIsRefused(String payload) {
    assertError(post("f/invocations", payload, Map.of()), 400, "InvalidRequestContentException");
    assertThat(called).isEmpty();
  }

  @Test
  void payloadOverSixMegabytesIsRefused() {
    String payload = "\"" + "a".repeat(6 * 1024 * 1024) + "\"";
    assertError(post("f/invocations", payload, Map.of()), 413, "RequestTooLargeException");
  }

  @Test
  void anythingElseIsAnUnknownOperation() {
    assertError(post("f/urls", "{}", Map.of()), 400, "UnknownOperationException");
    assertError(post("", "{}", Map.of()), 400, "UnknownOperationException");
    assertError(
        api.answer(request("DELETE", "f", "", Map.of(), Map.of())),
        400,
        "UnknownOperationException");
  }

  @Test
  void functionsAreListedAndDescribed() {
    JsonObject list = PlanFile.json(get("").text());
    assertThat(list.getAsJsonArray("Functions")).hasSize(1);
    JsonObject full = PlanFile.json(get("f:live").text()).getAsJsonObject("Configuration");
    assertThat(full.get("Version").getAsString()).isEqualTo("1");
    JsonObject configuration = PlanFile.json(get("f/configuration").text());
    assertThat(configuration.get("FunctionArn").getAsString()).isEqualTo(PlanFile.ACCOUNT + "f");
  }

  @Test
  void addedPermissionLetsAServiceIn() {
    FunctionName live = FunctionName.parse("f:live").orElseThrow();
    assertThat(policy.allows(live, "s", "arn:aws:s:r:a:x")).isFalse();
    Response response =
        api.answer(
            request(
                "POST",
                "f/policy",
                "{\"StatementId\":\"1\",\"Action\":\"lambda:InvokeFunction\",\"Principal\":\"s\"}",
                Map.of("Qualifier", List.of("live")),
                Map.of()));
    assertThat(response.status()).isEqualTo(201);
    assertThat(policy.allows(live, "s", "arn:aws:s:r:a:x")).isTrue();
  }

  private Invocation call(LambdaVersion version, String arn, String event) {
    called.add(arn + " " + event);
    return event.equals("\"fail\"")
        ? new Invocation.Failed("no", "{\"errorMessage\":\"no\"}")
        : new Invocation.Answered(event);
  }

  private static void assertError(Response response, int status, String type) {
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.headers()).containsEntry("x-amzn-ErrorType", List.of(type));
    assertThat(PlanFile.json(response.text()).get("Message").getAsString()).isNotEmpty();
  }

  private Response get(String path) {
    return api.answer(request("GET", path, "", Map.of(), Map.of()));
  }

  private Response post(String path, String body, Map<String, List<String>> headers) {
    return api.answer(request("POST", path, body, Map.of(), headers));
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
