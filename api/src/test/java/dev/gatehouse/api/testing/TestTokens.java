package dev.gatehouse.api.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** Access tokens with an arbitrary signature, which only Cognito verifies. */
public final class TestTokens {
  private static final String POOL =
      "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_example";

  private TestTokens() {}

  /** Returns an access token. */
  public static String access(String sub, String clientId) {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader(JWSAlgorithm.HS256),
            new JWTClaimsSet.Builder()
                .subject(sub)
                .issuer(POOL)
                .claim("client_id", clientId)
                .claim("token_use", "access")
                .build());
    try {
      token.sign(new MACSigner(new byte[32]));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }
}
