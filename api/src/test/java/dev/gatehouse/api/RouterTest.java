package dev.gatehouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {
  private ApiUnderTest api;

  @BeforeEach
  void start() throws IOException {
    api = new ApiUnderTest();
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
  void pathIsMetLetterByLetter(String path) {
    Answer answer = api.send(Event.of("POST", path).body("{}"));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("UNKNOWN_ROUTE");
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(api.line().get("route").getAsString()).isEqualTo("unknown");
    assertThat(answer.text()).doesNotContain("jane");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/user,POST",
    "PUT,/user,POST",
    "HEAD,/user/profile,'GET, PATCH, POST'",
    "OPTIONS,/user/profile,'GET, PATCH, POST'",
    "DELETE,/user/profile,'GET, PATCH, POST'",
    "get,/user/profile,'GET, PATCH, POST'",
    "POST,/app/health,GET",
    "HEAD,/app/health,GET",
    "TRACE,/user/validate,POST",
    "jane,/user/resend,POST"
  })
  void otherMethodsAreRefusedWithThoseAllowed(String method, String path, String allowed) {
    Answer answer = api.send(Event.of(method, path).body("{}"));
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.code()).isEqualTo("METHOD_NOT_ALLOWED");
    assertThat(answer.header("Allow")).isEqualTo(allowed);
    assertThat(api.line().get("route").getAsString()).isEqualTo("other " + path);
    assertThat(api.cognito.calls()).isEmpty();
  }

  @Test
  void everyRouteIsInTheDocumentAndNoOther() {
    assertThat(api.routes().stream().map(route -> route.method() + " " + route.path()))
        .containsExactlyInAnyOrderElementsOf(ApiDocument.DOCUMENT.routes());
  }
}
