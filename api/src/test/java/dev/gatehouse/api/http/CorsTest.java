package dev.gatehouse.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {
  private static final String PAGE = "https://www.example.com";
  private static final Cors TWO =
      Cors.from(new FunctionSettings(Map.of("CORS_ORIGINS", PAGE + ", http://localhost:3000")));
  private static final Response RESPONSE =
      new Response(200, Map.of("Content-Type", "application/json"), "{}", Response.LogNote.EMPTY);

  @Test
  void preflightResponseListsMethodsAndHeaders() {
    Request preflight = request("OPTIONS", PAGE);

    assertThat(TWO.isPreflight(preflight)).isTrue();
    Response response = TWO.preflight(preflight, List.of("GET", "PUT"), List.of("X-Any"));
    assertThat(response.status()).isEqualTo(204);
    assertThat(response.body()).isEmpty();
    assertThat(response.headers())
        .containsEntry("Access-Control-Allow-Origin", PAGE)
        .containsEntry("Access-Control-Allow-Methods", "GET, PUT")
        .containsEntry("Access-Control-Allow-Headers", "X-Any")
        .containsEntry("Vary", "Origin");
  }

  @Test
  void otherOriginIsNotAllowed() {
    Request other = request("OPTIONS", PAGE + ".example.net");

    assertThat(TWO.preflight(other, List.of("GET"), List.of()).headers()).containsOnlyKeys("Vary");
    assertThat(TWO.apply(other, RESPONSE).headers())
        .doesNotContainKey("Access-Control-Allow-Origin");
  }

  @Test
  void responseCanBeReadByAnAllowedOrigin() {
    assertThat(TWO.apply(request("GET", "http://localhost:3000"), RESPONSE).headers())
        .containsEntry("Content-Type", "application/json")
        .containsEntry("Access-Control-Allow-Origin", "http://localhost:3000")
        .containsEntry("Access-Control-Expose-Headers", "ETag, Location, Retry-After");
    assertThat(
            Cors.from(new FunctionSettings(Map.of("CORS_ORIGINS", "*")))
                .apply(request("GET", PAGE), RESPONSE)
                .headers())
        .containsEntry("Access-Control-Allow-Origin", "*");
  }

  @Test
  void everyPortOfAHostCanBeAllowed() {
    Cors local = Cors.from(new FunctionSettings(Map.of("CORS_ORIGINS", "http://localhost:*")));

    for (String origin :
        List.of("http://localhost:5173", "http://localhost:1", "http://localhost")) {
      assertThat(local.apply(request("GET", origin), RESPONSE).headers())
          .containsEntry("Access-Control-Allow-Origin", origin)
          .containsEntry("Vary", "Origin");
    }
    for (String other :
        List.of(
            "https://localhost:5173",
            "http://localhost.example:80",
            "http://sub.localhost:80",
            "http://localhost:80.example",
            "http://localhost:*x",
            "null")) {
      assertThat(local.apply(request("GET", other), RESPONSE).headers())
          .doesNotContainKey("Access-Control-Allow-Origin");
    }
  }

  @Test
  void responseIsUnchangedWithoutOrigins() {
    Cors none = Cors.from(new FunctionSettings(Map.of()));

    assertThat(none).isEqualTo(Cors.NONE);
    assertThat(none.isPreflight(request("OPTIONS", PAGE))).isFalse();
    assertThat(none.apply(request("GET", PAGE), RESPONSE)).isEqualTo(RESPONSE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com",
        "https://example.com/",
        "https://a.example b.example",
        "http://*",
        "http://localhost:*1"
      })
  void malformedOriginStopsTheFunctionAtItsStart(String origin) {
    assertThatThrownBy(() -> Cors.from(new FunctionSettings(Map.of("CORS_ORIGINS", origin))))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith("CORS_ORIGINS ");
  }

  private static Request request(String method, String origin) {
    Map<String, String> headers = new HashMap<>(Map.of("origin", origin));
    headers.put("access-control-request-method", "POST");
    return new Request(method, "/user", headers, new Request.Payload("", false), Map.of());
  }
}
