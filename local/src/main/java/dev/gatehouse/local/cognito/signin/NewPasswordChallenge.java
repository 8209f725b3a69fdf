package dev.gatehouse.local.cognito.signin;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.Password;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.tokens.Seal;
import dev.gatehouse.local.cognito.tokens.Seal.Kind;
import dev.gatehouse.local.cognito.tokens.Seal.Sealed;
import dev.gatehouse.local.cognito.tokens.Tokens;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** Has a user whom an administrator created choose a password at the first sign-in. */
public final class NewPasswordChallenge {
  private final Tokens tokens;
  private final Clock clock;

  /** Takes what issues tokens once the password is chosen. */
  public NewPasswordChallenge(Tokens tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Returns InitiateAuth's answer: the challenge. */
  JsonObject begin(AppClient app, PoolUser user) {
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

  /** Returns the session of a challenge: who has it gave the temporary password. */
  public String session(AppClient app, PoolUser user) {
    Sealed sealed = new Sealed(subject(app, user), clock.instant().plus(app.settings().session()));
    return Seal.seal(app.pool(), Kind.CHALLENGE, sealed);
  }

  /** Returns RespondToAuthChallenge's answer: tokens. */
  public JsonObject respond(AppClient app, String session, Parameters parameters) {
    String username = parameters.required("USERNAME");
    String password = parameters.required("NEW_PASSWORD");
    SecretHash.check(app, username, parameters.secretHash());
    return Json.object(
        "AuthenticationResult",
        tokens.begin(app, choose(app, session, username, password)),
        "ChallengeParameters",
        new JsonObject());
  }

  /** Gives the user the password chosen in this session and returns who it is. */
  public PoolUser choose(AppClient app, String session, String username, String password) {
    PoolUser user = app.pool().users().find(username).orElseThrow(NewPasswordChallenge::invalid);
    check(app, user, session);
    app.pool().settings().passwords().check(password);
    Password chosen = Password.permanent(password);
    Instant now = clock.instant();
    return app.pool().users().update(user.username(), current -> choose(current, chosen, now));
  }

  private void check(AppClient app, PoolUser user, String session) {
    Sealed sealed =
        Seal.open(app.pool(), Kind.CHALLENGE, session)
            .filter(opened -> opened.id().equals(subject(app, user)))
            .orElseThrow(NewPasswordChallenge::invalid);
    if (!clock.instant().isBefore(sealed.expires())) {
      throw CognitoError.notAuthorized("Invalid session for the user, session is expired.");
    }
  }

  private static PoolUser choose(PoolUser user, Password chosen, Instant now) {
    if (user.status() != UserStatus.FORCE_CHANGE_PASSWORD) {
      throw invalid();
    }
    return user.with(chosen, now).with(UserStatus.CONFIRMED, now);
  }

  private static String subject(AppClient app, PoolUser user) {
    return app.id() + " " + user.username();
  }

  private static CognitoError invalid() {
    return CognitoError.notAuthorized("Invalid session for the user.");
  }
}
