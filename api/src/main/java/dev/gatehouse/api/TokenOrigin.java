package dev.gatehouse.api;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/** Says which pool and client an access token comes from, and whose it is; it checks nothing. */
record TokenOrigin(String userPoolId, String clientId, String sub) {

  /** Reads a token whose signature somebody else has checked. */
  static TokenOrigin of(String accessToken) {
    try {
      JWTClaimsSet claims = JWTParser.parse(accessToken).getJWTClaimsSet();
      String issuer = present(claims.getIssuer());
      return new TokenOrigin(
          issuer.substring(issuer.lastIndexOf('/') + 1),
          present(claims.getStringClaim("client_id")),
          present(claims.getSubject()));
    } catch (ParseException e) {
      throw RequestRefused.because(Problem.TOKEN_INVALID);
    }
  }

  private static String present(@Nullable String claim) {
    if (claim == null) {
      throw RequestRefused.because(Problem.TOKEN_INVALID);
    }
    return claim;
  }
}
