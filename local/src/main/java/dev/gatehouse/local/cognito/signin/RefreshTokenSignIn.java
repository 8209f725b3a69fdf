package dev.gatehouse.local.cognito.signin;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.SignInSession;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.settings.RefreshTokenRotation;
import dev.gatehouse.local.cognito.tokens.EncryptedTokens;
import dev.gatehouse.local.cognito.tokens.EncryptedTokens.Kind;
import dev.gatehouse.local.cognito.tokens.EncryptedTokens.Payload;
import dev.gatehouse.local.cognito.tokens.TokenIssuer;
import dev.gatehouse.local.cognito.tokens.TokenIssuer.TokenReason;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The exchange of a refresh token for new tokens. */
public final class RefreshTokenSignIn {
  private final TokenIssuer tokens;
  private final Clock clock;

  /** A valid refresh token. */
  private record RefreshToken(String id, SignInSession session) {}

  /** Creates the exchange. */
  public RefreshTokenSignIn(TokenIssuer tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Returns the result of the REFRESH_TOKEN_AUTH flow. */
  JsonObject signIn(SignInRequest request) {
    AppClient app = request.app();
    AuthParameters parameters = request.parameters();
    RefreshToken token = verify(app, parameters.required("REFRESH_TOKEN"));
    SecretHash.check(app, token.session().username(), parameters.secretHash());
    return Json.object(
        "AuthenticationResult",
        refresh(app, token, parameters.optional("DEVICE_KEY"), request.clientMetadata()),
        "ChallengeParameters",
        new JsonObject());
  }

  /**
   * Returns new tokens for an authenticated app client, with a new refresh token if the app client
   * rotates them.
   *
   * @param deviceKey the key of the device that signed in, which has to be confirmed by now
   */
  public JsonObject refresh(
      AppClient app,
      String refreshToken,
      Optional<String> deviceKey,
      Map<String, String> clientMetadata) {
    return refresh(app, verify(app, refreshToken), deviceKey, clientMetadata);
  }

  private JsonObject refresh(
      AppClient app,
      RefreshToken token,
      Optional<String> deviceKey,
      Map<String, String> clientMetadata) {
    SignInSession session = token.session();
    PoolUser user =
        app.pool().users().find(session.username()).orElseThrow(RefreshTokenSignIn::invalid);
    if (!user.enabled()) {
      throw CognitoErrors.notAuthorized("User is disabled.");
    }
    requireDevice(app, user, session, deviceKey);
    RefreshTokenRotation rotation = app.settings().rotation();
    TokenReason reason = new TokenReason("RefreshTokens", clientMetadata);
    if (!rotation.enabled()) {
      return tokens.refresh(app, user, session, reason);
    }
    JsonObject result = tokens.rotate(app, user, session, reason);
    app.pool().sessions().rotate(session, token.id(), clock.instant().plus(rotation.gracePeriod()));
    return result;
  }

  private static void requireDevice(
      AppClient app, PoolUser user, SignInSession session, Optional<String> given) {
    String own = session.deviceKey();
    if (own != null
        && app.pool().settings().devices().isPresent()
        && given.filter(own::equals).flatMap(user::device).isEmpty()) {
      throw invalid();
    }
  }

  private RefreshToken verify(AppClient app, String token) {
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
    String id = payload.details().getOrDefault(TokenIssuer.REFRESH_TOKEN_ID, "");
    if (session.isReplaced(id, clock.instant())) {
      throw new AwsException(
          "RefreshTokenReuseException", "Refresh Token has been replaced by a newer one");
    }
    return new RefreshToken(id, session);
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
