package dev.gatehouse.local.cognito.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.SignInSession;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.jws.CompactJws;
import java.text.ParseException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A verifier of access tokens. */
public final class AccessTokenVerifier {
  private final UserPools pools;
  private final Clock clock;

  /**
   * The user of an access token, the app client and the granted scopes.
   *
   * @param deviceKey the key of the device that signed in, null where devices are not tracked
   */
  public record Bearer(AppClient app, PoolUser user, Scopes scopes, @Nullable String deviceKey) {}

  /** Creates a verifier for the tokens of these pools. */
  public AccessTokenVerifier(UserPools pools, Clock clock) {
    this.pools = pools;
    this.clock = clock;
  }

  /** Returns the bearer; throws NotAuthorizedException if the token is invalid. */
  public Bearer verify(String token) {
    return verify(token, TokenIssuer.SCOPE);
  }

  /**
   * Returns the bearer of a token with this scope; throws NotAuthorizedException if it is invalid.
   */
  public Bearer verify(String token, String scope) {
    try {
      SignedJWT jwt = CompactJws.parse(token);
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      UserPool pool = issuer(claims).orElseThrow(AccessTokenVerifier::invalid);
      if (!verifySignature(pool.keys().access().key(), jwt)
          || !"access".equals(claims.getClaim("token_use"))) {
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

  private static boolean verifySignature(RSAKey key, SignedJWT jwt) throws JOSEException {
    // The expected algorithm is fixed and never taken from the token.
    return JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())
        && key.getKeyID().equals(jwt.getHeader().getKeyID())
        && jwt.verify(new RSASSAVerifier(key.toRSAPublicKey()));
  }

  private void checkTime(Date expires) {
    if (!clock.instant().isBefore(expires.toInstant())) {
      throw CognitoErrors.notAuthorized("Access Token has expired");
    }
  }

  private static void checkScope(String granted, String scope) {
    if (!Arrays.asList(granted.split(" ", -1)).contains(scope)) {
      throw CognitoErrors.notAuthorized("Access Token does not have required scopes");
    }
  }

  private static Bearer bearer(UserPool pool, JWTClaimsSet claims) throws ParseException {
    String username = claims.getStringClaim("username");
    PoolUser user = pool.users().find(username).orElseThrow(CognitoErrors::userDoesNotExist);
    SignInSession session =
        pool.sessions()
            .find(claims.getStringClaim("event_id"))
            .filter(found -> !found.revoked())
            .orElseThrow(() -> CognitoErrors.notAuthorized("Access Token has been revoked"));
    if (!user.enabled()) {
      throw CognitoErrors.notAuthorized("User is disabled.");
    }
    return new Bearer(
        pool.client(session.clientId())
            .map(client -> new AppClient(pool, client))
            .orElseThrow(AccessTokenVerifier::invalid),
        user,
        Scopes.of(claims.getStringClaim("scope")),
        session.deviceKey());
  }

  private static AwsException invalid() {
    return CognitoErrors.notAuthorized("Invalid Access Token");
  }
}
