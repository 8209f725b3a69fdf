package dev.gatehouse.local.cognito.mfa;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TotpTest {
  private static final String RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  /** The last six of the eight digits in appendix B of RFC 6238. */
  @ParameterizedTest
  @CsvSource({"59,287082", "1111111109,081804", "1234567890,005924", "20000000000,353130"})
  void codesAreThoseOfTheRfc(long seconds, String code) {
    assertThat(Totp.code("12345678901234567890".getBytes(US_ASCII), seconds / 30)).isEqualTo(code);
    assertThat(Totp.step(RFC_SECRET, code, Instant.ofEpochSecond(seconds))).hasValue(seconds / 30);
  }

  @Test
  void codeMayBeOneStepEarlyOrLate() {
    for (int seconds : new int[] {30, 59, 60, 89, 29, 0}) {
      assertThat(Totp.step(RFC_SECRET, "287082", Instant.ofEpochSecond(seconds))).hasValue(1);
    }
    assertThat(Totp.step(RFC_SECRET, "287082", Instant.ofEpochSecond(90))).isEmpty();
  }

  @Test
  void secretIsLongEnoughAndReadable() {
    assertThat(Totp.newSecret()).matches("[A-Z2-7]{52}").isNotEqualTo(Totp.newSecret());
  }
}
