package dev.gatehouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.gatehouse.api.testing.ApiRequest;
import dev.gatehouse.api.testing.ApiResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The absence of secrets of a request in log lines and responses. */
class PrivacyTest {
  private static final String SECRET = "s3cr3t";
  private static final Set<String> FIELDS =
      Set.of(
          "_aws",
          "ApiRefusals",
          "ApiFailures",
          "UserErased",
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

  static Stream<ApiRequest> requestsWithSecrets() {
    Map<String, String> verified = Map.of("sub", "u-1", "token_use", "access");
    ApiRequest signUp = ApiRequest.of("POST", "/user");
    ApiRequest change = ApiRequest.of("PATCH", "/user/profile").claims(verified);
    Stream<ApiRequest> valid =
        Stream.of(
            signUp
                .header("Idempotency-Key", "s3cr3t-s3cr3t-s3cr3t")
                .body("{\"username\":\"s3cr3t@x.org\",\"password\":\"s3cr3t\"}"),
            signUp
                .header("Idempotency-Key", SECRET)
                .body("{\"username\":\"s3cr3t@x.org\",\"password\":\"s3cr3t\"}"),
            signUp.body("{\"username\":\"s3cr3t@x.org\",\"password\":\"s3cr3t\"}"),
            ApiRequest.of("POST", "/user/validate")
                .body("{\"username\":\"s3cr3t@x.org\",\"code\":\"s3cr3t\"}"),
            ApiRequest.of("POST", "/user/resend").body("{\"username\":\"s3cr3t@x.org\"}"),
            ApiRequest.of("POST", "/user/profile").body("{\"access_token\":\"s3cr3t\"}"),
            change.body("{\"givenName\":\"s3cr3t\"}"));
    Stream<ApiRequest> others =
        Stream.of(
            signUp.body("{\"username\":\"j@x.org\",\"password\":\"p\",\"locale\":\"s3cr3t_\"}"),
            ApiRequest.of("GET", "/user/profile").claims(verified),
            ApiRequest.of("DELETE", "/user").claims(verified),
            ApiRequest.of("GET", "/user/profile").claims(Map.of("email", SECRET)),
            ApiRequest.of("GET", "/user/" + SECRET),
            ApiRequest.of("s3cr3t", "/user"));
    Stream<ApiRequest> invalid =
        Stream.of("/user", "/user/validate", "/user/resend", "/user/profile")
            .map(path -> ApiRequest.of("POST", path))
            .flatMap(PrivacyTest::withInvalidBodies);
    return Stream.of(valid, others, invalid, withInvalidBodies(change))
        .flatMap(requests -> requests)
        .map(request -> request.header("Authorization", "Bearer s3cr3t.s3cr3t.s3cr3t"))
        .map(request -> request.header("X-Secret", SECRET));
  }

  private static Stream<ApiRequest> withInvalidBodies(ApiRequest request) {
    return Stream.of(
        request.body("{\"s3cr3t\":\"s3cr3t\"}"),
        request.body("{}" + SECRET),
        request.body("{\"username\":[\"s3cr3t\"]}"),
        request.body(SECRET),
        request.base64(SECRET),
        request.header("Content-Type", "text/" + SECRET));
  }

  @ParameterizedTest
  @MethodSource("requestsWithSecrets")
  void nothingOfARequestIsLoggedOrReturned(ApiRequest event) throws IOException {
    try (TestApi api = new TestApi()) {
      for (String type : List.of("InvalidParameterException", "NotAuthorizedException", "New")) {
        api.cognito.refuses(type, "Value 's3cr3t' failed");
        ApiResponse answer = api.send(event);
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
