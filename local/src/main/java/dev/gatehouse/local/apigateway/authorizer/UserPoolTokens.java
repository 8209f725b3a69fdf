package dev.gatehouse.local.apigateway.authorizer;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What verifies the tokens of user pools.
 *
 * @param publicKeys the signing keys of a user pool by its id
 * @param issuer the issuer of a user pool by its id
 */
public record UserPoolTokens(Function<String, JWKSet> publicKeys, UnaryOperator<String> issuer) {

  /** Returns the verification of tokens with AWS's issuer. */
  public static UserPoolTokens ofAws(Function<String, JWKSet> publicKeys) {
    return new UserPoolTokens(publicKeys, UserPoolTokens::awsIssuer);
  }

  // The region is the first part of a pool id.
  private static String awsIssuer(String poolId) {
    String region = poolId.substring(0, Math.max(poolId.indexOf('_'), 0));
    return "https://cognito-idp.%s.amazonaws.com/%s".formatted(region, poolId);
  }
}
