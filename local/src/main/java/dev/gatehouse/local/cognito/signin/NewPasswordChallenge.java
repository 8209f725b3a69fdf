package dev.gatehouse.local.cognito.signin;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.HashedPassword;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.tokens.EncryptedTokens;
import dev.gatehouse.local.cognito.tokens.EncryptedTokens.Kind;
import dev.gatehouse.local.cognito.tokens.EncryptedTokens.Payload;
import dev.gatehouse.local.cognito.tokens.TokenIssuer;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** The NEW_PASSWORD_REQUIRED challenge of users whom an administrator created. */
public final class NewPasswordChallenge {
  private final TokenIssuer tokens;
  private final Clock clock;

  /** Creates the challenge. */
  public NewPasswordChallenge(TokenIssuer tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Returns the result of InitiateAuth: the challenge. */
  JsonObject start(AppClient app, PoolUser user) {
    Map<String, String> attributes =
        user.attributes().entrySet().stream()
            .filter(attribute -> !attribute.getKey().equals("sub"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return Json.object(
        "ChallengeName", "NEW_PASSWORD_REQUIRED",
        "Session", session(app, user),
        "ChallengeParameters",
            Json.object(
                "USER_ID_FOR_SRP", user.username(),
                "requiredAttributes", "[]",
                "userAttributes", Json.text(Json.of(attributes))));
  }

  /** Returns the session of a challenge, which proves that the temporary password was right. */
  public String session(AppClient app, PoolUser user) {
    Payload payload =
        new Payload(subject(app, user), clock.instant().plus(app.settings().authSessionValidity()));
    return EncryptedTokens.encrypt(app.pool(), Kind.CHALLENGE, payload);
  }

  /** Returns the result of RespondToAuthChallenge: tokens. */
  public JsonObject respond(AppClient app, String session, AuthParameters parameters) {
    String username = parameters.required("USERNAME");
    String password = parameters.required("NEW_PASSWORD");
    SecretHash.check(app, username, parameters.secretHash());
    return Json.object(
        "AuthenticationResult",
        tokens.issue(app, setPassword(app, session, username, password)),
        "ChallengeParameters",
        new JsonObject());
  }

  /** Sets the password of the session's user and returns the user. */
  public PoolUser setPassword(AppClient app, String session, String username, String password) {
    PoolUser user = app.pool().users().find(username).orElseThrow(NewPasswordChallenge::invalid);
    check(app, user, session);
    app.pool().settings().passwordPolicy().check(password);
    HashedPassword newPassword = HashedPassword.permanent(password);
    Instant now = clock.instant();
    return app.pool()
        .users()
        .update(user.username(), current -> withPassword(current, newPassword, now));
  }

  private void check(AppClient app, PoolUser user, String session) {
    Payload payload =
        EncryptedTokens.decrypt(app.pool(), Kind.CHALLENGE, session)
            .filter(opened -> opened.id().equals(subject(app, user)))
            .orElseThrow(NewPasswordChallenge::invalid);
    if (!clock.instant().isBefore(payload.expires())) {
      throw CognitoErrors.notAuthorized("Invalid session for the user, session is expired.");
    }
  }

  private static PoolUser withPassword(PoolUser user, HashedPassword newPassword, Instant now) {
    if (user.status() != UserStatus.FORCE_CHANGE_PASSWORD) {
      throw invalid();
    }
    return user.with(newPassword, now).with(UserStatus.CONFIRMED, now);
  }

  private static String subject(AppClient app, PoolUser user) {
    return app.id() + " " + user.username();
  }

  private static AwsException invalid() {
    return CognitoErrors.notAuthorized("Invalid session for the user.");
  }
}
