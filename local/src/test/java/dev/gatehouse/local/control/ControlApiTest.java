package dev.gatehouse.local.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.UrlEncoded;
import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.mail.SentMail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

class ControlApiTest {
  /** Calls that another class has answered since before. */
  private static final Set<String> ELSEWHERE =
      Set.of("GET /_gatehouse", "GET /_gatehouse/clock", "PUT /_gatehouse/clock");

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final TestParts parts = new TestParts();
  private final Routes routes = Routes.of(ControlApi.routes(parts.parts()), Stream.of());

  private Response send(String method, String path, String body) {
    String[] address = path.split("\\?", 2);
    return routes.handle(
        new Request(
            method,
            address[0],
            address.length == 1 ? Map.of() : UrlEncoded.decode(address[1]),
            Map.of(),
            "127.0.0.1",
            body.getBytes(UTF_8)));
  }

  private JsonObject json(String method, String path, String body) {
    Response response = send(method, path, body);
    assertThat(response.status()).as(response.text()).isEqualTo(200);
    return JsonParser.parseString(response.text()).getAsJsonObject();
  }

  private void mail(String id, String to, String html) {
    parts.inbox.add(new SentMail(id, Instant.EPOCH, Mail.html("a@b.org", to, "Hello", html)));
  }

  @Test
  void documentHasEveryRouteAndNoOther() {
    Map<String, Map<String, Map<String, Object>>> document =
        new Yaml().load(send("GET", "/_gatehouse/openapi.yaml", "").text());
    Set<String> documented = new TreeSet<>();
    document
        .getOrDefault("paths", Map.of())
        .forEach(
            (path, operations) ->
                operations.keySet().stream()
                    .filter(METHODS::contains)
                    .forEach(
                        method -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    Set<String> served = new TreeSet<>(ELSEWHERE);
    routes.all().forEach(route -> served.add(route.method() + " " + route.path()));

    assertThat(documented).isEqualTo(served).hasSizeGreaterThan(30);
  }

  @Test
  void newestMailToAnAddressIsFoundWithItsCode() {
    mail("m1", "jane@b.org", "<p>Your code is 471199</p>");
    mail("m2", "joe@b.org", "<p>other</p>");

    assertThat(json("GET", "/_gatehouse/mails/latest?to=JANE@b.org", "").get("code").getAsString())
        .isEqualTo("471199");
    assertThat(send("GET", "/_gatehouse/mails/latest?to=jane@b.org&after=m1", "").status())
        .isEqualTo(404);
    assertThat(send("DELETE", "/_gatehouse/mails/m1", "").status()).isEqualTo(204);
    assertThat(json("GET", "/_gatehouse/mails", "").getAsJsonArray("mails")).hasSize(1);
    assertThat(send("DELETE", "/_gatehouse/mails", "").status()).isEqualTo(204);
    assertThat(json("GET", "/_gatehouse/mails", "").getAsJsonArray("mails")).isEmpty();
  }

  @Test
  void textForATerminalHasNoControlCharacters() {
    mail("m1", "jane@b.org", "<p>\u001b[31mred\u0007</p>");
    Request request =
        new Request(
            "GET",
            "/_gatehouse/mails/m1",
            Map.of(),
            Map.of("Accept", List.of("text/plain")),
            "127.0.0.1",
            new byte[0]);

    assertThat(routes.handle(request).text())
        .contains("[31mred")
        .doesNotContain("\u001b", "\u0007");
  }

  @Test
  void administratorsActionsChangeTheUser() {
    parts.cognito.signUp(TestCognito.EMAIL);
    String user = "/_gatehouse/users/" + TestCognito.EMAIL;

    assertThat(status(user)).isEqualTo("UNCONFIRMED");
    send("POST", user + "/expire-code", "");
    send("POST", user + "/confirm", "");
    assertThat(status(user)).isEqualTo("CONFIRMED");
    assertThat(json("POST", user + "/sign-in", "").keySet()).contains("AccessToken", "IdToken");
    send("POST", user + "/disable", "");
    assertThat(json("GET", user, "").getAsJsonObject("user").get("enabled").getAsBoolean())
        .isFalse();
    Response refused = send("POST", user + "/sign-in", "");
    assertThat(refused.text()).contains("NotAuthorizedException", "CONFIRMED and disabled");
    send("POST", user + "/enable", "");
    assertThat(send("POST", user + "/set-password", "{\"password\":\"x\"}").text())
        .contains("InvalidPasswordException");
    assertThat(send("POST", user + "/set-password", "{\"password\":\"Another-horse-8\"}").status())
        .isEqualTo(204);
    assertThat(send("DELETE", user, "").status()).isEqualTo(204);
    assertThat(send("GET", user, "").status()).isEqualTo(404);
  }

  private String status(String user) {
    return json("GET", user, "").getAsJsonObject("user").get("status").getAsString();
  }

  @Test
  void tokenIsJudgedBySignatureAndClock() {
    parts.cognito.signUp(TestCognito.EMAIL);
    String user = "/_gatehouse/users/" + TestCognito.EMAIL;
    send("POST", user + "/confirm", "");
    String token = json("POST", user + "/sign-in", "").get("AccessToken").getAsString();
    String body = "{\"token\":\"%s\"}".formatted(token);

    JsonObject decoded = json("POST", "/_gatehouse/tokens/decode", body);
    assertThat(decoded.get("kind").getAsString()).isEqualTo("access");
    assertThat(decoded.get("valid").getAsBoolean()).isTrue();
    JsonObject forged = json("POST", "/_gatehouse/tokens/decode", forged(body));
    assertThat(forged.get("signature").getAsString()).startsWith("Not signed");
    parts.clock.forward(Duration.ofDays(2));
    JsonObject expired = json("POST", "/_gatehouse/tokens/decode", body);
    assertThat(expired.get("valid").getAsBoolean()).isFalse();
    assertThat(expired.get("validity").getAsString()).startsWith("Expired ");
  }

  /** Returns the body with another signature. */
  private static String forged(String body) {
    return body.replaceFirst("\\.[^.]+\"}$", ".c2lnbmF0dXJl\"}");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "GET, /_gatehouse/mails?limit=0, ``, 400, limit is a whole number from 1 to 1000",
        "GET, /_gatehouse/mails?limit=many, ``, 400, limit is a whole number",
        "GET, /_gatehouse/mails/none, ``, 404, There is no mail none",
        "GET, /_gatehouse/users/nobody, ``, 404, There is no user nobody",
        "POST, /_gatehouse/users/nobody/confirm, ``, 404, There is no user nobody",
        "POST, /_gatehouse/users, [], 400, The body is a JSON object",
        "POST, /_gatehouse/users, {}, 400, The body has the string email",
        "POST, /_gatehouse/tokens/decode, {\"token\":\"x\"}, 400, This is no token",
        "GET, /_gatehouse/calls/none, ``, 404, There is no call none",
        "GET, /_gatehouse/logs?function=none, ``, 400, function is one of",
        "GET, /_gatehouse/other, ``, 404, GET /_gatehouse/openapi.yaml lists them",
        "PATCH, /_gatehouse/mails, ``, 405, `This path takes GET, DELETE only`",
        "GET, /_gatehouse/users/%zz, ``, 400, malformed percent escape",
      })
  void badRequestIsToldWhatIsAccepted(
      String method, String path, String body, int status, String sentence) {
    Response response = send(method, path, body);

    assertThat(response.status()).as(response.text()).isEqualTo(status);
    assertThat(response.headers())
        .containsEntry("Content-Type", List.of("application/problem+json"));
    assertThat(response.text()).contains(sentence);
  }
}
