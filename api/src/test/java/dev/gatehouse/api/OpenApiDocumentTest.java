package dev.gatehouse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.api.http.BodyField;
import dev.gatehouse.api.http.Problem;
import dev.gatehouse.api.http.RequestRefused;
import dev.gatehouse.api.http.Response;
import dev.gatehouse.api.routes.Route;
import dev.gatehouse.api.testing.ApiRequest;
import dev.gatehouse.api.testing.ApiResponse;
import dev.gatehouse.api.testing.OpenApiDocument;
import dev.gatehouse.users.ProfileAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The validation by docs/openapi.yaml: it accepts what the document describes and nothing else. */
class OpenApiDocumentTest {
  private static final ApiRequest SIGN_UP = ApiRequest.of("POST", "/user");
  private static final ApiRequest HEALTH = ApiRequest.of("GET", "/app/health");
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  @Test
  void describedResponseIsAccepted() {
    assertAccepted(HEALTH, new ApiResponse(200, JSON, "{\"status\":\"healthy\"}"));
    assertAccepted(SIGN_UP, responseOf(Problem.ACCOUNT_EXISTS));
    assertAccepted(SIGN_UP, responseOf(Problem.REQUEST_OUTSTANDING));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200|{\"status\":\"sick\"}",
        "200|{\"status\":\"healthy\",\"more\":1}",
        "200|{}",
        "202|{\"status\":\"healthy\"}"
      })
  void responseOfAnotherFormIsRejected(int status, String body) {
    assertRejected(HEALTH, new ApiResponse(status, JSON, body));
  }

  @Test
  void codeOfAnotherRouteIsRejected() {
    assertRejected(SIGN_UP, responseOf(Problem.ALREADY_CONFIRMED));
    assertRejected(SIGN_UP, responseOf(Problem.TOKEN_INVALID));
    assertRejected(HEALTH, responseOf(Problem.INVALID_JSON));
  }

  @Test
  void problemWithThePlainJsonTypeIsRejected() {
    assertRejected(SIGN_UP, new ApiResponse(409, JSON, responseOf(Problem.ACCOUNT_EXISTS).text()));
  }

  @Test
  void limitWithoutRetryAfterIsRejected() {
    ApiResponse response = responseOf(Problem.TOO_MANY_ATTEMPTS);
    assertAccepted(SIGN_UP, response);
    assertRejected(
        SIGN_UP,
        new ApiResponse(429, Map.of("Content-Type", "application/problem+json"), response.text()));
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.api.TestApi#everyRoute")
  void bodyOfEveryRouteHasTheFieldsOfTheDocument(Route route) {
    assertThat(OpenApiDocument.DOCUMENT.bodyFields(route.method(), route.path()))
        .containsExactlyElementsOf(route.bodyFields().stream().map(BodyField::name).toList());
  }

  @Test
  void profileHasEveryProfileAttribute() {
    List<String> shown = new ArrayList<>(List.of("sub", "email", "emailVerified"));
    for (ProfileAttribute attribute : ProfileAttribute.values()) {
      shown.add(attribute.attributeName());
    }
    shown.addAll(List.of("createdAt", "confirmedAt", "updatedAt"));
    assertThat(OpenApiDocument.DOCUMENT.profileAttributes()).containsExactlyElementsOf(shown);
  }

  private static ApiResponse responseOf(Problem problem) {
    Response response = Response.of(RequestRefused.because(problem));
    return new ApiResponse(response.status(), response.headers(), response.body());
  }

  private static void assertAccepted(ApiRequest event, ApiResponse response) {
    assertThatCode(() -> OpenApiDocument.DOCUMENT.check(event, response))
        .doesNotThrowAnyException();
  }

  private static void assertRejected(ApiRequest event, ApiResponse response) {
    assertThatThrownBy(() -> OpenApiDocument.DOCUMENT.check(event, response))
        .isInstanceOf(AssertionError.class);
  }
}
