package dev.gatehouse.local.cognito.signin;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.SignInSession;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.tokens.EncryptedTokens;
import dev.gatehouse.local.cognito.tokens.EncryptedTokens.Kind;
import dev.gatehouse.local.cognito.tokens.EncryptedTokens.Payload;
import dev.gatehouse.local.cognito.tokens.TokenIssuer;
import java.time.Clock;
import java.util.Optional;

/** The REFRESH_TOKEN_AUTH flow. */
public final class RefreshTokenSignIn {
  private final TokenIssuer tokens;
  private final Clock clock;

  /** Creates the flow. */
  public RefreshTokenSignIn(TokenIssuer tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Returns the result of InitiateAuth, without a new refresh token. */
  public JsonObject signIn(AppClient app, AuthParameters parameters) {
    SignInSession session = session(app, parameters.required("REFRESH_TOKEN"));
    SecretHash.check(app, session.username(), parameters.secretHash());
    return Json.object(
        "AuthenticationResult", refresh(app, session), "ChallengeParameters", new JsonObject());
  }

  /** Returns new tokens for an authenticated app client. */
  public JsonObject refresh(AppClient app, String refreshToken) {
    return refresh(app, session(app, refreshToken));
  }

  private JsonObject refresh(AppClient app, SignInSession session) {
    PoolUser user =
        app.pool().users().find(session.username()).orElseThrow(RefreshTokenSignIn::invalid);
    if (!user.enabled()) {
      throw CognitoErrors.notAuthorized("User is disabled.");
    }
    return tokens.refresh(app, user, session);
  }

  private SignInSession session(AppClient app, String token) {
    Payload payload =
        EncryptedTokens.decrypt(app.pool(), Kind.REFRESH, token)
            .orElseThrow(RefreshTokenSignIn::invalid);
    if (!clock.instant().isBefore(payload.expires())) {
      throw CognitoErrors.notAuthorized("Refresh Token has expired");
    }
    SignInSession session = find(app, payload).orElseThrow(RefreshTokenSignIn::invalid);
    if (session.revoked()) {
      throw CognitoErrors.notAuthorized("Refresh Token has been revoked");
    }
    return session;
  }

  private static Optional<SignInSession> find(AppClient app, Payload payload) {
    return app.pool()
        .sessions()
        .find(payload.id())
        .filter(session -> session.clientId().equals(app.id()));
  }

  private static AwsException invalid() {
    return CognitoErrors.notAuthorized("Invalid Refresh Token");
  }
}
