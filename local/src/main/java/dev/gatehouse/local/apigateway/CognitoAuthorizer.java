package dev.gatehouse.local.apigateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.local.http.Request;
import java.text.ParseException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Lets in who brings a token of one of its pools: a COGNITO_USER_POOLS authorizer. */
final class CognitoAuthorizer {

  private static final Pattern BEARER = Pattern.compile("(?i)^Bearer\\s+");

  /** Is what an authorizer decides. */
  sealed interface Decision {}

  /** The token is good, and says this about the caller. */
  record Admitted(JWTClaimsSet claims) implements Decision {}

  /** The caller gets this answer instead. */
  record Refused(Refusal refusal) implements Decision {}

  private final String header;
  private final List<String> poolIds;
  private final Function<String, JWKSet> publicKeys;
  private final Clock clock;

  CognitoAuthorizer(
      String header, List<String> poolIds, Function<String, JWKSet> publicKeys, Clock clock) {
    this.header = header;
    this.poolIds = poolIds;
    this.publicKeys = publicKeys;
    this.clock = clock;
  }

  /** Decides about this request; without scopes an ID token is due, with scopes an access token. */
  Decision decide(Request request, List<String> scopes) {
    String token = BEARER.matcher(request.header(header).orElse("")).replaceFirst("").strip();
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      if (!signedByItsPool(jwt, claims)) {
        return new Refused(Refusal.UNAUTHORIZED);
      }
      if (expired(claims)) {
        return new Refused(Refusal.EXPIRED_TOKEN);
      }
      return suits(claims, scopes) ? new Admitted(claims) : new Refused(Refusal.UNAUTHORIZED);
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return new Refused(Refusal.UNAUTHORIZED);
    }
  }

  private boolean signedByItsPool(SignedJWT jwt, JWTClaimsSet claims) throws JOSEException {
    String issuer = String.valueOf(claims.getIssuer());
    for (String poolId : poolIds) {
      if (issuer.equals(issuerOf(poolId)) && signedBy(publicKeys.apply(poolId), jwt)) {
        return true;
      }
    }
    return false;
  }

  /** A pool's id begins with its region. */
  private static String issuerOf(String poolId) {
    String region = poolId.substring(0, Math.max(poolId.indexOf('_'), 0));
    return "https://cognito-idp.%s.amazonaws.com/%s".formatted(region, poolId);
  }

  private static boolean signedBy(JWKSet keys, SignedJWT jwt) throws JOSEException {
    JWK key = keys.getKeyByKeyId(jwt.getHeader().getKeyID());
    return JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())
        && key instanceof RSAKey rsa
        && jwt.verify(new RSASSAVerifier(rsa));
  }

  private boolean expired(JWTClaimsSet claims) {
    Date expiry = claims.getExpirationTime();
    return expiry == null || !expiry.toInstant().isAfter(clock.instant());
  }

  private static boolean suits(JWTClaimsSet claims, List<String> scopes) throws ParseException {
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
