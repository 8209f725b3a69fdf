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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Issues the tokens of a sign-in. */
public final class Tokens {
  /** The scope of every token that did not come from the hosted pages. */
  public static final String SCOPE = "aws.cognito.signin.user.admin";

  private final Clock clock;

  /** Is what somebody granted at the hosted pages, and when they signed in there. */
  public record Grant(List<String> scopes, Instant signedIn, @Nullable String nonce) {}

  /** Takes the clock that dates the tokens. */
  public Tokens(Clock clock) {
    this.clock = clock;
  }

  /** Begins a session and returns its AuthenticationResult, refresh token and all. */
  public JsonObject begin(AppClient app, PoolUser user) {
    Instant now = now();
    return begin(app, user, fresh(app, user, now), null);
  }

  /** Begins the session of a code; what was granted says what the tokens hold. */
  public JsonObject begin(AppClient app, PoolUser user, Grant grant) {
    Session session = fresh(app, user, now()).granted(grant.signedIn(), grant.scopes());
    return begin(app, user, session, grant.nonce());
  }

  /** Returns an AuthenticationResult with new tokens of the same session. */
  public JsonObject more(AppClient app, PoolUser user, Session session) {
    return more(app, user, session, null);
  }

  private Session fresh(AppClient app, PoolUser user, Instant now) {
    Instant until = now.plus(app.settings().validity().refresh());
    return Session.begin(app.id(), user.username(), now, until);
  }

  private JsonObject begin(AppClient app, PoolUser user, Session session, @Nullable String nonce) {
    app.pool().sessions().add(session, now());
    JsonObject result = more(app, user, session, nonce);
    Sealed refresh = new Sealed(session.eventId(), session.refreshUntil());
    result.addProperty("RefreshToken", Seal.seal(app.pool(), Kind.REFRESH, refresh));
    return result;
  }

  private JsonObject more(AppClient app, PoolUser user, Session session, @Nullable String nonce) {
    Scopes scopes = Scopes.of(session);
    String access = signed(app.pool().keys().access(), access(app, user, session, scopes));
    JsonObject result =
        Json.object(
            "AccessToken", access, "ExpiresIn", app.settings().validity().access().toSeconds());
    if (scopes.identify()) {
      JWTClaimsSet.Builder id = id(app, user, session, scopes);
      if (session.scopes() != null) {
        id.claim("at_hash", Scopes.hash(access)).claim("nonce", nonce);
      }
      result.addProperty("IdToken", signed(app.pool().keys().id(), id.build()));
    }
    result.addProperty("TokenType", "Bearer");
    return result;
  }

  private JWTClaimsSet access(AppClient app, PoolUser user, Session session, Scopes scopes) {
    return claims(app, user, session, app.settings().validity().access())
        .claim("token_use", "access")
        .claim("client_id", app.id())
        .claim("scope", scopes.text())
        .claim("username", user.username())
        .build();
  }

  private JWTClaimsSet.Builder id(AppClient app, PoolUser user, Session session, Scopes scopes) {
    JWTClaimsSet.Builder claims = claims(app, user, session, app.settings().validity().id());
    user.attributes().entrySet().stream()
        .filter(attribute -> app.settings().reads(attribute.getKey()))
        .filter(attribute -> scopes.show(attribute.getKey()))
        .forEach(attribute -> claim(claims, attribute.getKey(), attribute.getValue()));
    return claims
        .claim("token_use", "id")
        .claim("cognito:username", user.username())
        .audience(app.id());
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
