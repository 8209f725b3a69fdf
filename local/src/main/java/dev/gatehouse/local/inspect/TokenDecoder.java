package dev.gatehouse.local.inspect;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.local.activity.Masking;
import dev.gatehouse.local.plan.PlanInvalid;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * The decoding of tokens.
 *
 * @param keys the public keys of a user pool by its id
 */
public record TokenDecoder(Function<String, JWKSet> keys, Clock clock) {

  /**
   * A decoded token.
   *
   * @param kind "access", "id", "refresh" or "other"
   * @param header the header, JSON
   * @param claims the claims, JSON; empty if they are encrypted
   * @param signature what the signature proves, a sentence
   * @param validity from when the token expires or did expire, a sentence
   * @param valid whether it is signed by a pool of this emulator and has not expired
   */
  public record DecodedToken(
      String kind,
      String header,
      String claims,
      String signature,
      String validity,
      boolean valid) {}

  /** Decodes a token; throws {@link IllegalArgumentException} with what is wrong. */
  public DecodedToken decode(String token) {
    try {
      JWT jwt = JWTParser.parse(token.strip());
      String header = Masking.pretty(jwt.getHeader().toString());
      return jwt instanceof SignedJWT signed
          ? decode(signed, header)
          : new DecodedToken(
              "refresh",
              header,
              "",
              "The token is encrypted, as Cognito's refresh tokens are: only Cognito reads it.",
              "",
              true);
    } catch (ParseException e) {
      throw new IllegalArgumentException(
          "This is no token: a token has three or five parts in base64url with dots between.", e);
    }
  }

  private DecodedToken decode(SignedJWT token, String header) throws ParseException {
    JWTClaimsSet claims = token.getJWTClaimsSet();
    String use = claims.getStringClaim("token_use");
    boolean signed = isSigned(token, claims);
    Instant expires =
        claims.getExpirationTime() == null ? Instant.MAX : claims.getExpirationTime().toInstant();
    Duration left = Duration.between(clock.instant(), expires.isAfter(LATEST) ? LATEST : expires);
    return new DecodedToken(
        use == null ? "other" : use,
        header,
        Masking.pretty(claims.toString()),
        signed
            ? "Signed by a user pool of this emulator."
            : "Not signed by a user pool of this emulator.",
        left.isNegative()
            ? "Expired " + minutes(left.negated()) + " ago, at " + expires + "."
            : "Expires in " + minutes(left) + ", at " + expires + ".",
        signed && !left.isNegative());
  }

  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  private static String minutes(Duration time) {
    return time.toMinutes() < 1 ? time.toSeconds() + " s" : time.toMinutes() + " min";
  }

  private boolean isSigned(SignedJWT token, JWTClaimsSet claims) {
    String issuer = claims.getIssuer() == null ? "" : claims.getIssuer();
    try {
      JWK key =
          keys.apply(issuer.substring(issuer.lastIndexOf('/') + 1))
              .getKeyByKeyId(token.getHeader().getKeyID());
      return key != null && token.verify(new RSASSAVerifier(key.toRSAKey()));
    } catch (PlanInvalid | JOSEException otherPool) {
      return false;
    }
  }
}
