package dev.gatehouse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {
  private static final String PAGE = "https://www.example.com";
  private static final Cors TWO =
      Cors.from(Map.of("CORS_ORIGINS", PAGE + ", http://localhost:3000"));
  private static final Response ANSWER =
      new Response(200, Map.of("Content-Type", "application/json"), "{}", Response.Note.NOTHING);

  @Test
  void browserIsToldWhatAPageMaySend() {
    Request question = request("OPTIONS", PAGE);

    assertThat(TWO.isPreflight(question)).isTrue();
    Response answer = TWO.preflight(question);
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers())
        .containsEntry("Access-Control-Allow-Origin", PAGE)
        .containsEntry("Access-Control-Allow-Methods", "GET, PATCH, POST")
        .containsEntry("Access-Control-Allow-Headers", "Authorization, Content-Type")
        .containsEntry("Vary", "Origin");
  }

  @Test
  void pageOfAnotherOriginIsNotLetIn() {
    Request stranger = request("OPTIONS", PAGE + ".example.net");

    assertThat(TWO.preflight(stranger).headers()).containsOnlyKeys("Vary");
    assertThat(TWO.admit(stranger, ANSWER).headers())
        .doesNotContainKey("Access-Control-Allow-Origin");
  }

  @Test
  void answerCanBeReadByThePageThatAsked() {
    assertThat(TWO.admit(request("GET", "http://localhost:3000"), ANSWER).headers())
        .containsEntry("Content-Type", "application/json")
        .containsEntry("Access-Control-Allow-Origin", "http://localhost:3000")
        .containsEntry("Access-Control-Expose-Headers", "Retry-After");
    assertThat(Cors.from(Map.of("CORS_ORIGINS", "*")).admit(request("GET", PAGE), ANSWER).headers())
        .containsEntry("Access-Control-Allow-Origin", "*");
  }

  @Test
  void withoutOriginsNothingChanges() {
    Cors none = Cors.from(Map.of());

    assertThat(none).isEqualTo(Cors.NONE);
    assertThat(none.isPreflight(request("OPTIONS", PAGE))).isFalse();
    assertThat(none.admit(request("GET", PAGE), ANSWER)).isEqualTo(ANSWER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.com", "https://example.com/", "https://a.example b.example"})
  void originThatIsNoneStopsTheFunctionAtItsStart(String origin) {
    assertThatThrownBy(() -> Cors.from(Map.of("CORS_ORIGINS", origin)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("CORS_ORIGINS ");
  }

  private static Request request(String method, String origin) {
    Map<String, String> headers = new HashMap<>(Map.of("origin", origin));
    headers.put("access-control-request-method", "POST");
    return new Request(method, "/user", headers, new Request.Payload("", false), Map.of());
  }
}
