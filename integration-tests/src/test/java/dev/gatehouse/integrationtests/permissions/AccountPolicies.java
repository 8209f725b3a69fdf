package dev.gatehouse.integrationtests.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The policies of a running emulator, changed as an administrator changes them on AWS. */
record AccountPolicies(LocalEmulator emulator) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final Pattern DOCUMENT = Pattern.compile("<PolicyDocument>(.*?)</PolicyDocument>");

  /** A request that IAM refused. */
  record RefusedRequest(String principal, String action, String resource) {}

  /** Replaces an inline policy of a role, or deletes it if there is no document. */
  void put(String role, String policy, Optional<String> document) {
    TextResponse unused =
        query(
            "iam",
            document.isPresent()
                ? Map.of(
                    "Action",
                    "PutRolePolicy",
                    "RoleName",
                    role,
                    "PolicyName",
                    policy,
                    "PolicyDocument",
                    document.get())
                : Map.of("Action", "DeleteRolePolicy", "RoleName", role, "PolicyName", policy));
  }

  /** Returns the document of an inline policy. */
  String document(String role, String policy) {
    TextResponse response =
        query("iam", Map.of("Action", "GetRolePolicy", "RoleName", role, "PolicyName", policy));
    Matcher document = DOCUMENT.matcher(response.body());
    assertThat(document.find()).as(response.body()).isTrue();
    return URLDecoder.decode(document.group(1), StandardCharsets.UTF_8);
  }

  /** Replaces a policy of an SES identity, or deletes it if there is no document. */
  void putOnIdentity(String identity, String policy, Optional<String> document) {
    TextResponse unused =
        query(
            "ses",
            document.isPresent()
                ? Map.of(
                    "Action",
                    "PutIdentityPolicy",
                    "Identity",
                    identity,
                    "PolicyName",
                    policy,
                    "Policy",
                    document.get())
                : Map.of(
                    "Action", "DeleteIdentityPolicy", "Identity", identity, "PolicyName", policy));
  }

  /** Replaces the policy of a key and returns KMS's response. */
  TextResponse putOnKey(String keyId, String policy) {
    JsonObject body = new JsonObject();
    body.addProperty("KeyId", keyId);
    body.addProperty("Policy", policy);
    return json("TrentService.PutKeyPolicy", body);
  }

  /** Updates a pool with the key of its codes and returns Cognito's response. */
  TextResponse updatePool(JsonObject pool) {
    return json("AWSCognitoIdentityProviderService.UpdateUserPool", pool);
  }

  private TextResponse json(String target, JsonObject body) {
    return send(
        request("/")
            .header("Content-Type", "application/x-amz-json-1.1")
            .header("X-Amz-Target", target)
            .POST(BodyPublishers.ofString(body.toString())));
  }

  /** Forgets the requests that were refused before. */
  void forgetRefused() {
    assertThat(send(request("/_gatehouse/iam").DELETE()).status()).isEqualTo(200);
  }

  /** Returns the requests that were refused since then. */
  List<RefusedRequest> refused() {
    return state().getAsJsonArray("refused").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .map(
            refused ->
                new RefusedRequest(
                    refused.get("principal").getAsString(),
                    refused.get("action").getAsString(),
                    refused.get("resource").getAsString()))
        .toList();
  }

  /** Waits until a request that needs the grant is refused; fails if none is. */
  void awaitRefused(RoleGrant grant) throws InterruptedException {
    TimeLimit.await(
        () -> refused().stream().anyMatch(grant::isNeededBy),
        () -> "nothing needs " + grant + "; refused is " + refused());
  }

  /** Returns a count of a function's traces: sent, lost or telemetryLost. */
  int traces(String function, String count) {
    return state().getAsJsonObject("traces").getAsJsonObject(function).get(count).getAsInt();
  }

  /** Invokes the alias of a function and returns its response, an error of the function too. */
  TextResponse invoke(String function, String event) {
    return send(
        request("/2015-03-31/functions/" + function + ":live/invocations")
            .POST(BodyPublishers.ofString(event)));
  }

  /** Runs a schedule now. */
  TextResponse run(String schedule) {
    return send(request("/_gatehouse/schedules/" + schedule).POST(BodyPublishers.noBody()));
  }

  /** Sends a request to Lambda's API. */
  TextResponse lambda(String method, String path, String body) {
    return send(
        request("/2015-03-31/functions/" + path).method(method, BodyPublishers.ofString(body)));
  }

  private JsonObject state() {
    return JsonParser.parseString(send(request("/_gatehouse/iam").GET()).body()).getAsJsonObject();
  }

  private TextResponse query(String service, Map<String, String> parameters) {
    String form =
        parameters.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&"));
    TextResponse response =
        send(
            request("/")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=AKIDADMIN/20261201/us-east-1/%s/aws4_request"
                        .formatted(service))
                .POST(BodyPublishers.ofString(form)));
    assertThat(response.status()).as(response.body()).isEqualTo(200);
    return response;
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(emulator.aws().resolve(path)).timeout(Duration.ofSeconds(60));
  }

  private static TextResponse send(HttpRequest.Builder request) {
    try {
      return TextResponse.of(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
