package dev.gatehouse.local.apigateway.authorizer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.local.apigateway.responses.GatewayError;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.jws.CompactJws;
import java.text.ParseException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;

/** A COGNITO_USER_POOLS authorizer: it allows requests with a token of one of its pools. */
public final class CognitoAuthorizer {

  private static final Pattern BEARER = Pattern.compile("(?i)^Bearer\\s+");

  /** The decision about a request. */
  public sealed interface AuthorizerDecision {}

  /** A valid token with its claims. */
  public record Allowed(JWTClaimsSet claims) implements AuthorizerDecision {}

  /** The error that the client gets. */
  public record Denied(GatewayError error) implements AuthorizerDecision {}

  private final String header;
  private final List<String> poolIds;
  private final UserPoolTokens tokens;
  private final Clock clock;

  /**
   * Creates an authorizer.
   *
   * @param header the header with the token
   * @param tokens the keys and issuers of user pools
   */
  public CognitoAuthorizer(
      String header, List<String> poolIds, UserPoolTokens tokens, Clock clock) {
    this.header = header;
    this.poolIds = poolIds;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Returns the decision; without scopes an ID token is required, with scopes an access token. */
  public AuthorizerDecision authorize(Request request, List<String> scopes) {
    String token = BEARER.matcher(request.header(header).orElse("")).replaceFirst("").strip();
    try {
      SignedJWT jwt = CompactJws.parse(token);
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      if (!isSignedByPool(jwt, claims)) {
        return new Denied(GatewayError.UNAUTHORIZED);
      }
      if (isExpired(claims)) {
        return new Denied(GatewayError.EXPIRED_TOKEN);
      }
      return hasRequiredUse(claims, scopes)
          ? new Allowed(claims)
          : new Denied(GatewayError.UNAUTHORIZED);
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return new Denied(GatewayError.UNAUTHORIZED);
    }
  }

  private boolean isSignedByPool(SignedJWT jwt, JWTClaimsSet claims) throws JOSEException {
    String tokenIssuer = String.valueOf(claims.getIssuer());
    for (String poolId : poolIds) {
      if (tokenIssuer.equals(tokens.issuer().apply(poolId))
          && isSignedBy(tokens.publicKeys().apply(poolId), jwt)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSignedBy(JWKSet keys, SignedJWT jwt) throws JOSEException {
    JWK key = keys.getKeyByKeyId(jwt.getHeader().getKeyID());
    return JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())
        && key instanceof RSAKey rsa
        && jwt.verify(new RSASSAVerifier(rsa));
  }

  private boolean isExpired(JWTClaimsSet claims) {
    Date expiry = claims.getExpirationTime();
    return expiry == null || !expiry.toInstant().isAfter(clock.instant());
  }

  private static boolean hasRequiredUse(JWTClaimsSet claims, List<String> scopes)
      throws ParseException {
    String use = claims.getStringClaim("token_use");
    if (scopes.isEmpty()) {
      return "id".equals(use);
    }
    String scope = claims.getStringClaim("scope");
    return "access".equals(use)
        && scope != null
        && !Collections.disjoint(Arrays.asList(scope.split(" ")), scopes);
  }
}
