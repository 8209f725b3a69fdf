package dev.gatehouse.local.cognito.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.Session;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.wire.CognitoError;
import java.text.ParseException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;

/** Finds out who stands behind an access token. */
public final class AccessTokens {
  private final UserPools pools;
  private final Clock clock;

  /** Is the person who signed in, the client they did it through, and for what. */
  public record Bearer(AppClient app, PoolUser user, Scopes scopes) {}

  /** Takes the pools whose tokens to accept. */
  public AccessTokens(UserPools pools, Clock clock) {
    this.pools = pools;
    this.clock = clock;
  }

  /** Returns the bearer, or throws NotAuthorizedException with what is wrong with the token. */
  public Bearer check(String token) {
    return check(token, Tokens.SCOPE);
  }

  /** Returns the bearer of a token with this scope, or throws NotAuthorizedException. */
  public Bearer check(String token, String scope) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      UserPool pool = issuer(claims).orElseThrow(AccessTokens::invalid);
      if (!genuine(pool.keys().access(), jwt) || !"access".equals(claims.getClaim("token_use"))) {
        throw invalid();
      }
      checkTime(claims.getExpirationTime());
      checkScope(claims.getStringClaim("scope"), scope);
      return bearer(pool, claims);
    } catch (ParseException | JOSEException e) {
      throw invalid();
    }
  }

  private Optional<UserPool> issuer(JWTClaimsSet claims) {
    return pools.all().stream().filter(pool -> pool.issuer().equals(claims.getIssuer())).findAny();
  }

  private static boolean genuine(RSAKey key, SignedJWT jwt) throws JOSEException {
    // The algorithm is ours to choose, never the token's.
    return JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())
        && key.getKeyID().equals(jwt.getHeader().getKeyID())
        && jwt.verify(new RSASSAVerifier(key.toRSAPublicKey()));
  }

  private void checkTime(Date expires) {
    if (!clock.instant().isBefore(expires.toInstant())) {
      throw CognitoError.notAuthorized("Access Token has expired");
    }
  }

  private static void checkScope(String granted, String scope) {
    if (!Arrays.asList(granted.split(" ", -1)).contains(scope)) {
      throw CognitoError.notAuthorized("Access Token does not have required scopes");
    }
  }

  private static Bearer bearer(UserPool pool, JWTClaimsSet claims) throws ParseException {
    String username = claims.getStringClaim("username");
    PoolUser user = pool.users().find(username).orElseThrow(CognitoError::userDoesNotExist);
    Session session =
        pool.sessions()
            .find(claims.getStringClaim("event_id"))
            .filter(found -> !found.revoked())
            .orElseThrow(() -> CognitoError.notAuthorized("Access Token has been revoked"));
    if (!user.enabled()) {
      throw CognitoError.notAuthorized("User is disabled.");
    }
    return new Bearer(
        pool.client(session.clientId())
            .map(client -> new AppClient(pool, client))
            .orElseThrow(AccessTokens::invalid),
        user,
        Scopes.of(claims.getStringClaim("scope")));
  }

  private static CognitoError invalid() {
    return CognitoError.notAuthorized("Invalid Access Token");
  }
}
