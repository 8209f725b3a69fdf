package dev.gatehouse.api.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.TestApi;
import dev.gatehouse.api.http.JsonBody;
import dev.gatehouse.api.testing.ApiRequest;
import dev.gatehouse.api.testing.ApiResponse;
import dev.gatehouse.api.testing.OpenApiDocument;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {
  private static final Map<String, String> JANE =
      Map.of("sub", ChangeProfileTest.SUB, "token_use", "access");

  private TestApi api;

  @BeforeEach
  void start() throws IOException {
    api = new TestApi();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "",
        "/user/",
        "/User",
        "/USER",
        "/%75ser",
        "//user",
        "/user//validate",
        "/user/validate/",
        "/user/profile/123",
        "/user/../user",
        "/user;a=b",
        "/users",
        "/jane@example.com"
      })
  void pathIsComparedCharacterByCharacter(String path) {
    ApiResponse answer = api.send(ApiRequest.of("POST", path).body("{}"));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("UNKNOWN_ROUTE");
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(api.line().get("route").getAsString()).isEqualTo("unknown");
    assertThat(answer.text()).doesNotContain("jane");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/user,'DELETE, POST'",
    "PUT,/user,'DELETE, POST'",
    "OPTIONS,/user/profile,'GET, HEAD, PATCH, POST'",
    "DELETE,/user/profile,'GET, HEAD, PATCH, POST'",
    "get,/user/profile,'GET, HEAD, PATCH, POST'",
    "POST,/app/health,'GET, HEAD'",
    "TRACE,/user/validate,POST",
    "jane,/user/resend,POST"
  })
  void otherMethodsAreRefusedWithTheAllowedOnes(String method, String path, String allowed) {
    ApiResponse answer = api.send(ApiRequest.of(method, path).body("{}"));
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.code()).isEqualTo("METHOD_NOT_ALLOWED");
    assertThat(answer.header("Allow")).isEqualTo(allowed);
    assertThat(api.line().get("route").getAsString()).isEqualTo("other " + path);
    assertThat(api.cognito.calls()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.api.TestApi#everyRoute")
  void headIsGetWithoutTheBody(Route route) {
    if (route.method().equals("GET")) {
      ApiRequest get = ApiRequest.of("GET", route.path()).claims(JANE);
      ApiRequest head = ApiRequest.of("HEAD", route.path()).claims(JANE);
      api.users.putIfAbsent(ChangeProfileTest.JANE);
      ApiResponse whole = api.send(get);
      ApiResponse headers = api.send(head);
      assertThat(headers.text()).isEmpty();
      assertThat(headers.status()).isEqualTo(200).isEqualTo(whole.status());
      assertThat(headers.headers()).isEqualTo(whole.headers());
    }
  }

  @Test
  void headIsNotWhereGetIsNot() {
    ApiResponse answer = api.send(ApiRequest.of("HEAD", "/user"));
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("DELETE, POST");
  }

  @Test
  void headOfAnErrorHasNoBodyEither() {
    ApiResponse answer = api.send(ApiRequest.of("HEAD", "/user/profile"));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.api.TestApi#everyRoute")
  void routeWithABodyRefusesUnknownMembers(Route route) {
    if (!route.bodyFields().isEmpty()) {
      ApiResponse answer =
          api.send(
              ApiRequest.of(route.method(), route.path())
                  .claims(Map.of("sub", "u-1", "token_use", "access"))
                  .body("{\"unknown\":1}"));
      assertThat(answer.code()).isEqualTo("INVALID_FIELD");
      assertThat(answer.detail()).isEqualTo(JsonBody.accepted(route.bodyFields()));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.api.TestApi#everyRoute")
  void routeReadsTheRequestHeadersOfTheDocument(Route route) {
    assertThat(route.requestHeaders())
        .containsExactlyInAnyOrderElementsOf(
            OpenApiDocument.DOCUMENT.requestHeaders(route.method(), route.path()));
  }

  @Test
  void preflightNamesWhatTheRoutesOfAPathTake() throws IOException {
    Router router = new Router(TestApi.everyRoute());

    assertThat(router.methodsAt("/user/profile")).containsExactly("GET", "PATCH", "POST");
    assertThat(router.requestHeadersAt("/user/profile"))
        .containsExactly("Authorization", "Content-Type", "If-Match");
    assertThat(router.requestHeadersAt("/app/health")).isEmpty();
    assertThat(router.methodsAt("/user")).containsExactly("DELETE", "POST");
    assertThat(router.methodsAt("/unknown"))
        .containsExactly("DELETE", "GET", "PATCH", "POST", "PUT");
  }

  @Test
  void documentHasExactlyTheRoutes() throws IOException {
    assertThat(TestApi.everyRoute().stream().map(route -> route.method() + " " + route.path()))
        .containsExactlyInAnyOrderElementsOf(OpenApiDocument.DOCUMENT.routes());
  }
}
