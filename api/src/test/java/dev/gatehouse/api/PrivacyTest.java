package dev.gatehouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sends secrets wherever a request has room for one, and looks for them in log and answer. */
class PrivacyTest {
  private static final String SECRET = "s3cr3t";
  private static final Set<String> FIELDS =
      Set.of(
          "_aws",
          "ApiRefusals",
          "ApiFailures",
          "UserRepaired",
          "level",
          "function",
          "route",
          "outcome",
          "code",
          "cause",
          "status",
          "durationMs",
          "requestId",
          "sub");

  static Stream<Event> secretsEverywhere() {
    String fields =
        "{\"username\":\"s3cr3t@x.org\",\"password\":\"s3cr3t\",\"code\":\"s3cr3t\","
            + "\"locale\":\"s3cr3t_\",\"access_token\":\"s3cr3t\",\"s3cr3t\":\"s3cr3t\"}";
    return Stream.of(
            Event.of("POST", "/user"),
            Event.of("POST", "/user/validate"),
            Event.of("POST", "/user/resend"),
            Event.of("POST", "/user/profile"),
            Event.of("GET", "/user/profile").claims(Map.of("sub", "u-1", "token_use", "access")),
            Event.of("PATCH", "/user/profile").claims(Map.of("sub", "u-1", "token_use", "access")),
            Event.of("GET", "/user/profile").claims(Map.of("email", SECRET)),
            Event.of("GET", "/user/" + SECRET),
            Event.of("s3cr3t", "/user"))
        .flatMap(event ->
            Stream.of(
                event.body(fields),
                event.body(fields.replace("s3cr3t_", "de")),
                event.body(fields + SECRET),
                event.body("{\"username\":[\"s3cr3t\"]}"),
                event.body("{\"givenName\":\"s3cr3t\"}"),
                event.body(SECRET),
                event.base64(SECRET),
                event.header("Content-Type", "text/" + SECRET)))
        .map(event -> event.header("Authorization", "Bearer s3cr3t.s3cr3t.s3cr3t"))
        .map(event -> event.header("X-Secret", SECRET));
  }

  @ParameterizedTest
  @MethodSource("secretsEverywhere")
  void nothingThatWasSentIsLoggedOrSentBack(Event event) throws IOException {
    try (ApiUnderTest api = new ApiUnderTest()) {
      for (String type : List.of("InvalidParameterException", "NotAuthorizedException", "New")) {
        api.cognito.refuses(type, "Value 's3cr3t' failed");
        Answer answer = api.send(event);
        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
        assertThat(answer.toString()).doesNotContain(SECRET);
      }
      assertThat(api.log).hasSize(3);
      for (String line : api.log) {
        assertThat(line).doesNotContain(SECRET).doesNotContain("\n");
        assertThat(FIELDS).containsAll(JsonParser.parseString(line).getAsJsonObject().keySet());
      }
    }
  }
}
