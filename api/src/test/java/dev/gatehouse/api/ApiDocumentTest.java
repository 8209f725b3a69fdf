package dev.gatehouse.api;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows that the document would catch an answer that it does not describe. */
class ApiDocumentTest {
  private static final Event SIGN_UP = Event.of("POST", "/user");
  private static final Event HEALTH = Event.of("GET", "/app/health");
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  @Test
  void describedAnswerPasses() {
    check(HEALTH, new Answer(200, JSON, "{\"status\":\"healthy\"}"));
    check(SIGN_UP, answerOf(Problem.ACCOUNT_EXISTS));
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
  void answerOfAnotherFormIsCaught(int status, String body) {
    assertCaught(HEALTH, new Answer(status, JSON, body));
  }

  @Test
  void codeThatTheRouteDoesNotHaveIsCaught() {
    assertCaught(SIGN_UP, answerOf(Problem.ALREADY_CONFIRMED));
    assertCaught(SIGN_UP, answerOf(Problem.TOKEN_INVALID));
    assertCaught(HEALTH, answerOf(Problem.INVALID_JSON));
  }

  @Test
  void problemThatSaysItIsPlainJsonIsCaught() {
    assertCaught(SIGN_UP, new Answer(409, JSON, answerOf(Problem.ACCOUNT_EXISTS).text()));
  }

  @Test
  void limitWithoutRetryAfterIsCaught() {
    Answer answer = answerOf(Problem.TOO_MANY_ATTEMPTS);
    check(SIGN_UP, answer);
    assertCaught(
        SIGN_UP,
        new Answer(429, Map.of("Content-Type", "application/problem+json"), answer.text()));
  }

  private static Answer answerOf(Problem problem) {
    Response response = Response.of(RequestRefused.because(problem));
    return new Answer(response.status(), response.headers(), response.body());
  }

  private static void check(Event event, Answer answer) {
    assertThatCode(() -> ApiDocument.DOCUMENT.check(event, answer)).doesNotThrowAnyException();
  }

  private static void assertCaught(Event event, Answer answer) {
    assertThatThrownBy(() -> ApiDocument.DOCUMENT.check(event, answer))
        .isInstanceOf(AssertionError.class);
  }
}
