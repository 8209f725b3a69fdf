package dev.gatehouse.local.cognito.signin;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.Session;
import dev.gatehouse.local.cognito.tokens.Seal;
import dev.gatehouse.local.cognito.tokens.Seal.Kind;
import dev.gatehouse.local.cognito.tokens.Seal.Sealed;
import dev.gatehouse.local.cognito.tokens.Tokens;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Json;
import java.time.Clock;
import java.util.Optional;

/** Signs in again with a refresh token. */
public final class RefreshSignIn {
  private final Tokens tokens;
  private final Clock clock;

  /** Takes what issues the new tokens. */
  public RefreshSignIn(Tokens tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Returns InitiateAuth's answer, with no new refresh token. */
  public JsonObject signIn(AppClient app, Parameters parameters) {
    Session session = session(app, parameters.required("REFRESH_TOKEN"));
    SecretHash.check(app, session.username(), parameters.secretHash());
    return Json.object(
        "AuthenticationResult", refresh(app, session), "ChallengeParameters", new JsonObject());
  }

  /** Returns new tokens to a client that has proved who it is. */
  public JsonObject refresh(AppClient app, String refreshToken) {
    return refresh(app, session(app, refreshToken));
  }

  private JsonObject refresh(AppClient app, Session session) {
    PoolUser user = app.pool().users().find(session.username()).orElseThrow(RefreshSignIn::invalid);
    if (!user.enabled()) {
      throw CognitoError.notAuthorized("User is disabled.");
    }
    return tokens.more(app, user, session);
  }

  private Session session(AppClient app, String token) {
    Sealed sealed = Seal.open(app.pool(), Kind.REFRESH, token).orElseThrow(RefreshSignIn::invalid);
    if (!clock.instant().isBefore(sealed.expires())) {
      throw CognitoError.notAuthorized("Refresh Token has expired");
    }
    Session session = find(app, sealed).orElseThrow(RefreshSignIn::invalid);
    if (session.revoked()) {
      throw CognitoError.notAuthorized("Refresh Token has been revoked");
    }
    return session;
  }

  private static Optional<Session> find(AppClient app, Sealed sealed) {
    return app.pool()
        .sessions()
        .find(sealed.id())
        .filter(session -> session.clientId().equals(app.id()));
  }

  private static CognitoError invalid() {
    return CognitoError.notAuthorized("Invalid Refresh Token");
  }
}
