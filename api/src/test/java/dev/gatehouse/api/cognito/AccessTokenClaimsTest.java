package dev.gatehouse.api.cognito;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.api.http.Problem;
import dev.gatehouse.api.http.RequestRefused;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccessTokenClaimsTest {
  /** Of a length that leaves bits over and would need padding. */
  private static final String HEADER = encoded("{}");

  private static final String CLAIMS =
      encoded("{\"iss\":\"https://x/pool\",\"client_id\":\"c\",\"sub\":\"jane\"}");
  private static final String SIGNATURE = encoded("s");

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  @Test
  void tokenAsIssuedIsRead() {
    assertThat(AccessTokenClaims.of(HEADER + "." + CLAIMS + "." + SIGNATURE))
        .isEqualTo(new AccessTokenClaims("pool", "c", "jane"));
    assertThat(HEADER.length() % 4).isNotZero();
    assertThat(CLAIMS.length() % 4).isNotZero();
  }

  static Stream<String> otherSpellings() {
    return Stream.of(
        padded(HEADER) + "." + CLAIMS + "." + SIGNATURE,
        HEADER + "." + padded(CLAIMS) + "." + SIGNATURE,
        HEADER + "." + CLAIMS + "." + padded(SIGNATURE),
        sameOctets(HEADER) + "." + CLAIMS + "." + SIGNATURE,
        HEADER + "." + sameOctets(CLAIMS) + "." + SIGNATURE,
        HEADER + "." + CLAIMS + "." + sameOctets(SIGNATURE),
        HEADER + "." + CLAIMS + "." + SIGNATURE + "*");
  }

  @ParameterizedTest
  @MethodSource("otherSpellings")
  void tokenInAnotherSpellingIsRefused(String token) {
    assertThatThrownBy(() -> AccessTokenClaims.of(token))
        .isInstanceOfSatisfying(
            RequestRefused.class,
            refused -> assertThat(refused.problem()).isEqualTo(Problem.TOKEN_INVALID));
  }

  private static String padded(String part) {
    return part + "=".repeat((4 - part.length() % 4) % 4);
  }

  /** Returns the part with another value in the bits that are left over. */
  private static String sameOctets(String part) {
    char last = part.charAt(part.length() - 1);
    String other = part.substring(0, part.length() - 1) + (char) (last + 1);
    assertThat(Base64.getUrlDecoder().decode(other)).isEqualTo(Base64.getUrlDecoder().decode(part));
    return other;
  }
}
