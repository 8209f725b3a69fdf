package dev.gatehouse.local.jws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompactJwsTest {
  /** A signature of 32 octets, whose last character has two bits that are left. */
  private static final String TOKEN = token();

  private static String token() {
    try {
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader(JWSAlgorithm.HS256),
              new JWTClaimsSet.Builder().subject("jane").build());
      jwt.sign(new MACSigner(new byte[32]));
      return jwt.serialize();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void tokenAsIssuedIsParsed() throws ParseException {
    assertThat(CompactJws.parse(TOKEN).getJWTClaimsSet().getSubject()).isEqualTo("jane");
  }

  static Stream<String> otherSpellings() {
    String[] parts = TOKEN.split("\\.", -1);
    char last = TOKEN.charAt(TOKEN.length() - 1);
    String sameOctets = TOKEN.substring(0, TOKEN.length() - 1) + (char) (last + 1);
    return Stream.of(
        TOKEN + "=",
        TOKEN + " ",
        TOKEN + "\n",
        TOKEN + "*",
        sameOctets,
        parts[0] + "=." + parts[1] + "." + parts[2],
        parts[0] + "." + parts[1] + "=." + parts[2],
        parts[0] + "." + parts[1] + "." + parts[2] + ".");
  }

  @ParameterizedTest
  @MethodSource("otherSpellings")
  void tokenInAnotherSpellingIsRefused(String spelling) {
    assertThatThrownBy(() -> CompactJws.parse(spelling)).isInstanceOf(ParseException.class);
  }
}
