package dev.gatehouse.local.cognito.tokens;

import com.google.gson.JsonObject;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.Session;
import dev.gatehouse.local.cognito.tokens.Seal.Kind;
import dev.gatehouse.local.cognito.tokens.Seal.Sealed;
import dev.gatehouse.local.cognito.wire.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.UUID;

/** Issues the tokens of a sign-in. */
public final class Tokens {
  /** The scope of every token that did not come from the hosted pages. */
  public static final String SCOPE = "aws.cognito.signin.user.admin";

  private final Clock clock;

  /** Takes the clock that dates the tokens. */
  public Tokens(Clock clock) {
    this.clock = clock;
  }

  /** Begins a session and returns its AuthenticationResult, refresh token and all. */
  public JsonObject begin(AppClient app, PoolUser user) {
    Instant now = now();
    Instant until = now.plus(app.settings().validity().refresh());
    Session session = Session.begin(app.id(), user.username(), now, until);
    app.pool().sessions().add(session, now);
    JsonObject result = more(app, user, session);
    Sealed refresh = new Sealed(session.eventId(), until);
    result.addProperty("RefreshToken", Seal.seal(app.pool(), Kind.REFRESH, refresh));
    return result;
  }

  /** Returns an AuthenticationResult with new tokens of the same session. */
  public JsonObject more(AppClient app, PoolUser user, Session session) {
    Duration access = app.settings().validity().access();
    return Json.object(
        "AccessToken", signed(app.pool().keys().access(), access(app, user, session)),
        "ExpiresIn", access.toSeconds(),
        "IdToken", signed(app.pool().keys().id(), id(app, user, session)),
        "TokenType", "Bearer");
  }

  private JWTClaimsSet access(AppClient app, PoolUser user, Session session) {
    return claims(app, user, session, app.settings().validity().access())
        .claim("token_use", "access")
        .claim("client_id", app.id())
        .claim("scope", SCOPE)
        .claim("username", user.username())
        .build();
  }

  private JWTClaimsSet id(AppClient app, PoolUser user, Session session) {
    JWTClaimsSet.Builder claims = claims(app, user, session, app.settings().validity().id());
    user.attributes().entrySet().stream()
        .filter(attribute -> app.settings().reads(attribute.getKey()))
        .forEach(attribute -> claim(claims, attribute.getKey(), attribute.getValue()));
    return claims
        .claim("token_use", "id")
        .claim("cognito:username", user.username())
        .audience(app.id())
        .build();
  }

  private JWTClaimsSet.Builder claims(
      AppClient app, PoolUser user, Session session, Duration holds) {
    Instant now = now();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .subject(user.sub())
            .issuer(app.pool().issuer())
            .claim("event_id", session.eventId())
            .claim("auth_time", session.authenticated().getEpochSecond())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(holds)))
            .jwtID(UUID.randomUUID().toString());
    return app.settings().revocation() ? claims.claim("origin_jti", session.originId()) : claims;
  }

  /** Puts an attribute into an ID token; only whether something is verified is not a text there. */
  private static void claim(JWTClaimsSet.Builder claims, String name, String value) {
    claims.claim(name, name.endsWith("_verified") ? Boolean.valueOf(value) : value);
  }

  private static String signed(RSAKey key, JWTClaimsSet claims) {
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("a key pair of the pool signs", e);
    }
    return token.serialize();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
