package dev.gatehouse.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoPagesTest {

  private static final Pattern REFERENCE =
      Pattern.compile("(?:href|src|from)[= ]['\"](/|\\./)([^'\"]+)");

  private final DemoPages demo =
      new DemoPages(
          request -> Response.of(200, "application/json", "{}"),
          "http://localhost:1 http://localhost:2");

  private Response handle(String method, String path) {
    return demo.handle(new Request(method, path, Map.of(), Map.of(), "127.0.0.1", new byte[0]));
  }

  private static String header(Response response, String name) {
    return response.headers().getOrDefault(name, List.of("")).getFirst();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/signed-in", "/signed-out"})
  void pageIsAtThePathsOfTheHostedPlan(String path) {
    Response page = handle("GET", path);

    assertThat(page.text()).contains("<title>Gatehouse demo</title>");
    assertThat(page.headers())
        .containsEntry("Content-Type", List.of("text/html; charset=utf-8"))
        .containsEntry("X-Frame-Options", List.of("DENY"))
        .containsEntry("Referrer-Policy", List.of("no-referrer"));
  }

  @Test
  void policyAllowsTheEmulatorAndNothingElse() {
    assertThat(header(handle("GET", "/"), "Content-Security-Policy"))
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
        .contains("connect-src 'self' http://localhost:1 http://localhost:2;")
        .endsWith("frame-ancestors 'none'");
  }

  @ParameterizedTest
  @CsvSource({
    "/demo.css, text/css",
    "/demo.mjs, text/javascript",
    "/cognito.mjs, text/javascript",
    "/oauth.mjs, text/javascript",
    "/srp.mjs, text/javascript",
    "/config.json, application/json",
  })
  void fileHasItsType(String path, String type) {
    Response file = handle("GET", path);

    assertThat(file.status()).isEqualTo(200);
    assertThat(header(file, "Content-Type")).startsWith(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/demo.css", "/demo.mjs", "/cognito.mjs", "/oauth.mjs", "/srp.mjs"})
  void fileRefersToTheDemosOwnFilesOnly(String path) {
    String text = handle("GET", path).text();

    assertThat(text).doesNotContain("http://", "https://");
    REFERENCE
        .matcher(text)
        .results()
        .forEach(it -> assertThat(handle("GET", "/" + it.group(2)).status()).isEqualTo(200));
  }

  @Test
  void anythingElseIsRefused() {
    assertThat(handle("GET", "/../secret").status()).isEqualTo(404);
    assertThat(handle("POST", "/").status()).isEqualTo(405);
  }
}
