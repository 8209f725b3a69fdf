package dev.gatehouse.local.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.UrlEncoded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginCheckTest {

  private static final String FOREIGN = "https://attacker.example";
  private static final String COGNITO = "AWSCognitoIdentityProviderService.";

  private final List<String> reached = new ArrayList<>();
  private final OriginCheck port =
      new OriginCheck(
          new AllowedOrigins(List.of("http://localhost:*", "https://app.example")),
          request -> {
            reached.add(request.method() + " " + request.path());
            return Response.of(200, "text/html; charset=utf-8", "served")
                .with("Content-Security-Policy", "default-src 'none'");
          });

  @ParameterizedTest
  @ValueSource(
      strings = {
        COGNITO + "AdminCreateUser",
        COGNITO + "ListUsers",
        COGNITO + "Unknown",
        "DynamoDB_20120810.Scan",
        "AmazonSQS.SendMessage",
        "TrentService.Decrypt"
      })
  void targetForCallersWithCredentialsIsClosed(String target) {
    Map<String, String> headers = Map.of("X-Amz-Target", target);

    assertRefused("POST", "/", with(headers, "Origin", FOREIGN));
    assertServed("POST", "/", headers);
    assertServed("POST", "/", with(headers, "Origin", "http://localhost:4566"));
    assertServed("POST", "/", with(headers, "Origin", "https://app.example"));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /",
    "POST, /",
    "GET, /?Action=SendEmail",
    "GET, /_aws/ses",
    "DELETE, /_aws/ses",
    "GET, /_gatehouse",
    "PUT, /_gatehouse/clock",
    "POST, /2015-03-31/functions/f/invocations",
    "POST, /v2/email/outbound-emails",
    "POST, /000000000000/queue",
    "POST, /login",
    "GET, /oauth2/token",
  })
  void otherEndpointIsClosed(String method, String path) {
    assertRefused(method, path, Map.of("Origin", FOREIGN));
    assertRefused(method, path, Map.of("Origin", "null"));
    assertRefused(
        method, path, Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors"));
    assertRefused(method, path, Map.of("Sec-Fetch-Site", "same-site", "Sec-Fetch-Mode", "no-cors"));
    assertServed(method, path, Map.of());
    assertServed(method, path, Map.of("Sec-Fetch-Site", "same-origin", "Origin", "null"));
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /, SignUp",
    "POST, /, GetTokensFromRefreshToken",
    "POST, /, VerifySoftwareToken",
    "POST, /, UpdateUserAttributes",
    "GET, /us-east-1_abc/.well-known/jwks.json,",
    "GET, /us-east-1_abc/.well-known/openid-configuration,",
    "POST, /oauth2/token,",
    "POST, /oauth2/revoke,",
    "GET, /oauth2/userInfo,",
  })
  void whatNeedsNoCredentialsIsOpen(String method, String path, String operation) {
    Map<String, String> headers =
        operation == null ? Map.of() : Map.of("X-Amz-Target", COGNITO + operation);

    Response response = handle(method, path, with(headers, "Origin", FOREIGN));

    assertThat(response.text()).isEqualTo("served");
    assertThat(response.headers())
        .containsEntry("Access-Control-Allow-Origin", List.of("*"))
        .containsEntry(
            "Access-Control-Expose-Headers",
            List.of("x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date"));
  }

  @Test
  void targetOfCognitoIsOpenAtItsPathOnly() {
    assertRefused(
        "POST",
        "/2015-03-31/functions/f/invocations",
        Map.of("X-Amz-Target", COGNITO + "SignUp", "Origin", FOREIGN));
  }

  @ParameterizedTest
  @CsvSource({
    "/, POST, 'content-type, X-Amz-Target,x-amz-user-agent'",
    "/oauth2/token, POST, authorization",
    "/oauth2/token, POST, x-amz-user-agent",
    "/oauth2/userInfo, GET, authorization",
    "/us-east-1_abc/.well-known/jwks.json, GET, ",
  })
  void preflightOfWhatIsOpenIsAnswered(String path, String method, String headers) {
    Response response = preflight(path, method, headers == null ? "" : headers, FOREIGN);

    assertThat(response.status()).isEqualTo(204);
    assertThat(response.headers())
        .containsEntry("Access-Control-Allow-Origin", List.of("*"))
        .containsEntry("Access-Control-Allow-Methods", List.of(method));
    assertThat(reached).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/, POST, content-type",
    "/, POST, 'authorization, x-amz-target'",
    "/, POST, 'x-amz-date, x-amz-target'",
    "/, PUT, x-amz-target",
    "/_aws/ses, DELETE, content-type",
    "/_gatehouse/clock, PUT, content-type",
    "/2015-03-31/functions/f/invocations, POST, content-type",
    "/oauth2/token, DELETE, content-type",
  })
  void preflightOfAnythingElseIsRefused(String path, String method, String headers) {
    Response response = preflight(path, method, headers, FOREIGN);

    assertThat(response.status()).isEqualTo(403);
    assertThat(response.headers().keySet()).noneMatch(name -> name.startsWith("Access-Control-"));
  }

  @Test
  void allowedOriginMayEverything() {
    Response allowed = preflight("/_gatehouse/clock", "PUT", "x-any", "http://localhost:5173");

    assertThat(allowed.status()).isEqualTo(204);
    assertThat(allowed.headers())
        .containsEntry("Access-Control-Allow-Origin", List.of("http://localhost:5173"))
        .containsEntry("Access-Control-Allow-Headers", List.of("x-any"))
        .containsEntry("Vary", List.of("Origin"));
    assertServed("PUT", "/_gatehouse/clock", Map.of("Origin", "http://localhost:5173"));
    assertRefused("PUT", "/_gatehouse/clock", Map.of("Origin", "http://localhost.attacker:1"));
    assertRefused("PUT", "/_gatehouse/clock", Map.of("Origin", "https://app.example:8443"));
  }

  @Test
  void browserMayOpenPagesFromElsewhere() {
    Map<String, String> link = Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate");

    assertServed("GET", "/oauth2/authorize", link);
    assertServed("GET", "/", link);
    assertRefused("GET", "/?Action=SendEmail", link);
    assertRefused("POST", "/login", link);
  }

  @Test
  void pageIsNotFramedByOthers() {
    assertThat(handle("GET", "/", Map.of()).headers())
        .containsEntry("X-Frame-Options", List.of("SAMEORIGIN"))
        .containsEntry(
            "Content-Security-Policy", List.of("default-src 'none'; frame-ancestors 'self'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "localhost:3000", "http://localhost:3000/", "HTTP://localhost", ""})
  void malformedOriginIsRefusedAtStart(String origin) {
    assertThatThrownBy(() -> new AllowedOrigins(List.of(origin)))
        .hasMessageStartingWith("--allow-origin is \"" + origin + "\"; expected an origin");
  }

  private void assertRefused(String method, String path, Map<String, String> headers) {
    reached.clear();
    Response response = handle(method, path, headers);
    assertThat(response.status()).as("%s %s %s", method, path, headers).isEqualTo(403);
    assertThat(response.headers()).doesNotContainKey("Access-Control-Allow-Origin");
    assertThat(response.text()).contains(" is closed to pages of ");
    assertThat(reached).isEmpty();
  }

  private void assertServed(String method, String path, Map<String, String> headers) {
    assertThat(handle(method, path, headers).text())
        .as("%s %s %s", method, path, headers)
        .isEqualTo("served");
  }

  private Response preflight(String path, String method, String headers, String origin) {
    return handle(
        "OPTIONS",
        path,
        Map.of(
            "Origin",
            origin,
            "Access-Control-Request-Method",
            method,
            "Access-Control-Request-Headers",
            headers));
  }

  private Response handle(String method, String address, Map<String, String> headers) {
    String[] parts = address.split("\\?", 2);
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("Host", List.of("localhost:4566"));
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    return port.handle(
        new Request(
            method,
            parts[0],
            UrlEncoded.decode(parts.length > 1 ? parts[1] : null),
            all,
            "127.0.0.1",
            new byte[0]));
  }

  private static Map<String, String> with(Map<String, String> headers, String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return more;
  }
}
