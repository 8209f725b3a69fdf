package dev.gatehouse.local.apigateway.authorizer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.local.apigateway.ApiPlan;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Tokens signed with the key of a user pool. */
public final class SignedTokens {

  public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final RSAKey key;

  public SignedTokens(String keyId) {
    try {
      key = new RSAKeyGenerator(2048).keyID(keyId).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public JWKSet publicKeys() {
    return new JWKSet(key.toPublicJWK());
  }

  public static JWTClaimsSet.Builder accessClaims() {
    return claims("access").claim("scope", "openid aws.cognito.signin.user.admin");
  }

  static JWTClaimsSet.Builder claims(String use) {
    return new JWTClaimsSet.Builder()
        .subject("1b7c0c3e")
        .issuer("https://cognito-idp.us-east-1.amazonaws.com/" + ApiPlan.POOL)
        .issueTime(Date.from(NOW.minusSeconds(60)))
        .expirationTime(Date.from(NOW.plusSeconds(3540)))
        .claim("auth_time", NOW.minusSeconds(60).getEpochSecond())
        .claim("email_verified", true)
        .claim("cognito:groups", List.of("a", "b"))
        .claim("token_use", use);
  }

  public String sign(JWTClaimsSet.Builder claims) {
    return sign(claims, key.getKeyID());
  }

  public String sign(JWTClaimsSet.Builder claims, String keyId) {
    try {
      JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build();
      SignedJWT token = new SignedJWT(header, claims.build());
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
