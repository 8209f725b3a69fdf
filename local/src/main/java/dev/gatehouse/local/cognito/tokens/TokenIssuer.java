package dev.gatehouse.local.cognito.tokens;

import com.google.gson.JsonObject;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.SignInSession;
import dev.gatehouse.local.cognito.tokens.EncryptedTokens.Kind;
import dev.gatehouse.local.cognito.tokens.EncryptedTokens.Payload;
import dev.gatehouse.local.cognito.tokens.TokenKeys.SigningKey;
import dev.gatehouse.local.cognito.triggers.CallerContext;
import dev.gatehouse.local.cognito.triggers.PreTokenGeneration;
import dev.gatehouse.local.cognito.triggers.PreTokenGeneration.TokenRequest;
import dev.gatehouse.local.cognito.triggers.TokenChanges;
import dev.gatehouse.local.cognito.triggers.TokenChanges.ClaimChanges;
import dev.gatehouse.local.cognito.triggers.TokenChanges.GroupNames;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An issuer of ID, access and refresh tokens. */
public final class TokenIssuer {
  /** The scope of access tokens of a sign-in through the API. */
  public static final String SCOPE = "aws.cognito.signin.user.admin";

  /** The detail of a refresh token that tells the tokens of one session apart. */
  public static final String REFRESH_TOKEN_ID = "jti";

  private final PreTokenGeneration preTokenGeneration;
  private final Clock clock;

  /** The grant of a sign-in at the hosted pages. */
  public record OAuthGrant(List<String> scopes, Instant authTime, @Nullable String nonce) {}

  /**
   * Why tokens are issued.
   *
   * @param source the part of PreTokenGeneration's trigger source after the underscore
   */
  public record TokenReason(String source, Map<String, String> clientMetadata) {
    private static final TokenReason HOSTED = new TokenReason("HostedAuth", Map.of());
  }

  /** Creates an issuer. */
  public TokenIssuer(PreTokenGeneration preTokenGeneration, Clock clock) {
    this.preTokenGeneration = preTokenGeneration;
    this.clock = clock;
  }

  /**
   * Starts a session and returns its AuthenticationResult with a refresh token.
   *
   * @param deviceKey the key of the device that signs in, null where devices are not tracked
   */
  public JsonObject issue(
      AppClient app, PoolUser user, TokenReason reason, @Nullable String deviceKey) {
    return issue(app, user, newSession(app, user, now()).withDevice(deviceKey), reason, null);
  }

  /** Starts a session with the scopes of a grant and returns its AuthenticationResult. */
  public JsonObject issue(AppClient app, PoolUser user, OAuthGrant grant) {
    SignInSession session =
        newSession(app, user, now()).withGrant(grant.authTime(), grant.scopes());
    return issue(app, user, session, TokenReason.HOSTED, grant.nonce());
  }

  /** Returns an AuthenticationResult with new tokens of a session. */
  public JsonObject refresh(
      AppClient app, PoolUser user, SignInSession session, TokenReason reason) {
    return refresh(app, user, session, reason, null);
  }

  /** Returns an AuthenticationResult with new tokens of a session, the refresh token included. */
  public JsonObject rotate(
      AppClient app, PoolUser user, SignInSession session, TokenReason reason) {
    JsonObject result = refresh(app, user, session, reason, null);
    addRefreshToken(result, app, session);
    return result;
  }

  /** Returns an access token for an app client itself, with the expiry and the token type. */
  public JsonObject issue(AppClient app, List<String> scopes) {
    Instant now = now();
    Duration validity = app.settings().validity().access();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .subject(app.id())
            .issuer(app.pool().issuer())
            .claim("token_use", "access")
            .claim("scope", String.join(" ", scopes))
            .claim("auth_time", now.getEpochSecond())
            .claim("version", 2)
            .claim("client_id", app.id())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(validity)))
            .jwtID(UUID.randomUUID().toString())
            .build();
    return Json.object(
        "AccessToken",
        sign(app.pool().keys().access(), claims),
        "ExpiresIn",
        validity.toSeconds(),
        "TokenType",
        "Bearer");
  }

  private SignInSession newSession(AppClient app, PoolUser user, Instant now) {
    Instant until = now.plus(app.settings().validity().refresh());
    return SignInSession.start(app.id(), user.username(), now, until);
  }

  private JsonObject issue(
      AppClient app,
      PoolUser user,
      SignInSession session,
      TokenReason reason,
      @Nullable String nonce) {
    JsonObject result = refresh(app, user, session, reason, nonce);
    app.pool().sessions().add(session, now());
    addRefreshToken(result, app, session);
    return result;
  }

  private static void addRefreshToken(JsonObject result, AppClient app, SignInSession session) {
    Map<String, String> id = Map.of(REFRESH_TOKEN_ID, UUID.randomUUID().toString());
    Payload refresh = new Payload(session.eventId(), session.refreshUntil(), id);
    result.addProperty("RefreshToken", EncryptedTokens.encrypt(app.pool(), Kind.REFRESH, refresh));
  }

  private JsonObject refresh(
      AppClient app,
      PoolUser user,
      SignInSession session,
      TokenReason reason,
      @Nullable String nonce) {
    Scopes granted = Scopes.of(session);
    TokenChanges changes = changes(app, user, reason, granted);
    GroupNames groups =
        changes.groups().orElseGet(() -> GroupClaims.names(app.pool().groups().of(user)));
    String access =
        sign(
            app.pool().keys().access(),
            access(app, user, session, granted.claim(changes), changes.access(), groups));
    JsonObject result =
        Json.object(
            "AccessToken", access, "ExpiresIn", app.settings().validity().access().toSeconds());
    if (granted.includeIdToken()) {
      JWTClaimsSet.Builder id = id(app, user, session, granted);
      new GroupClaims(groups).addToIdToken(id);
      CustomClaims.apply(changes.id(), id);
      if (session.scopes() != null) {
        id.claim("at_hash", Scopes.atHash(access)).claim("nonce", nonce);
      }
      result.addProperty("IdToken", sign(app.pool().keys().id(), id.build()));
    }
    result.addProperty("TokenType", "Bearer");
    return result;
  }

  private TokenChanges changes(AppClient app, PoolUser user, TokenReason reason, Scopes granted) {
    return preTokenGeneration.changes(
        app.pool(),
        user,
        new TokenRequest(
            reason.source(),
            new CallerContext(app.id(), reason.clientMetadata()),
            GroupClaims.names(app.pool().groups().of(user)),
            Arrays.asList(granted.claim(TokenChanges.NONE).split(" ", -1))));
  }

  private JWTClaimsSet access(
      AppClient app,
      PoolUser user,
      SignInSession session,
      String scope,
      ClaimChanges changes,
      GroupNames groups) {
    JWTClaimsSet.Builder claims = claims(app, user, session, app.settings().validity().access());
    new GroupClaims(groups).addToAccessToken(claims);
    CustomClaims.apply(changes, claims);
    return claims
        .claim("token_use", "access")
        .claim("client_id", app.id())
        .claim("scope", scope)
        .claim("username", user.username())
        .claim("device_key", session.deviceKey())
        .build();
  }

  private JWTClaimsSet.Builder id(
      AppClient app, PoolUser user, SignInSession session, Scopes scopes) {
    JWTClaimsSet.Builder claims = claims(app, user, session, app.settings().validity().id());
    user.attributes().entrySet().stream()
        .filter(attribute -> app.settings().canRead(attribute.getKey()))
        .filter(attribute -> scopes.allow(attribute.getKey()))
        .forEach(attribute -> claim(claims, attribute.getKey(), attribute.getValue()));
    return claims
        .claim("token_use", "id")
        .claim("cognito:username", user.username())
        .audience(app.id());
  }

  private JWTClaimsSet.Builder claims(
      AppClient app, PoolUser user, SignInSession session, Duration validity) {
    Instant now = now();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .subject(user.sub())
            .issuer(app.pool().issuer())
            .claim("event_id", session.eventId())
            .claim("auth_time", session.authenticated().getEpochSecond())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(validity)))
            .jwtID(UUID.randomUUID().toString());
    return app.settings().tokenRevocation()
        ? claims.claim("origin_jti", session.originId())
        : claims;
  }

  /** Adds an attribute to an ID token. Only the verified flags are booleans. */
  private static void claim(JWTClaimsSet.Builder claims, String name, String value) {
    claims.claim(name, name.endsWith("_verified") ? Boolean.valueOf(value) : value);
  }

  private static String sign(SigningKey key, JWTClaimsSet claims) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.key().getKeyID()).build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(key.signer());
    } catch (JOSEException e) {
      throw new IllegalStateException("the pool's key pair signs", e);
    }
    return token.serialize();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
