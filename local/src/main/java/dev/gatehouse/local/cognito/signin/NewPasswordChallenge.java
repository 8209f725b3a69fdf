package dev.gatehouse.local.cognito.signin;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.HashedPassword;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.signin.ChallengeSessions.ChallengeSession;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The NEW_PASSWORD_REQUIRED challenge of users whom an administrator created. */
public final class NewPasswordChallenge {
  static final String CHALLENGE = "NEW_PASSWORD_REQUIRED";
  private static final String PREFIX = "userAttributes.";

  private final ChallengeSessions sessions;
  private final Clock clock;

  NewPasswordChallenge(ChallengeSessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Returns the challenge, with the user's attributes and the required ones that are missing. */
  JsonObject start(AppClient app, PoolUser user) {
    JsonObject attributes = new JsonObject();
    user.attributes().entrySet().stream()
        .filter(attribute -> !attribute.getKey().equals("sub"))
        .forEach(attribute -> attributes.addProperty(attribute.getKey(), attribute.getValue()));
    List<String> required = missing(app.pool(), user).stream().map(name -> PREFIX + name).toList();
    return Json.object(
        "ChallengeName",
        CHALLENGE,
        "Session",
        session(app, user),
        "ChallengeParameters",
        Json.object(
            "USER_ID_FOR_SRP", user.username(),
            "requiredAttributes", Json.text(Json.array(required)),
            "userAttributes", Json.text(attributes)));
  }

  /** Returns the session of a challenge, which proves that the temporary password was right. */
  public String session(AppClient app, PoolUser user) {
    return sessions.issue(app, CHALLENGE, user.username(), Map.of());
  }

  /** Sets the password and the attributes of a response and returns the user. */
  PoolUser respond(SignInRequest request, String session) {
    String password = request.parameters().required("NEW_PASSWORD");
    Map<String, String> attributes = request.parameters().withPrefix(PREFIX);
    if (!attributes.keySet().stream().allMatch(request.app().settings()::canWrite)) {
      throw CognitoErrors.unwritableAttribute();
    }
    return complete(
        request.app(), session, request.username(), new NewPasswordResponse(password, attributes));
  }

  /** Sets the password and attributes of the session's user and returns the user. */
  public PoolUser setPassword(
      AppClient app, String session, String username, NewPasswordResponse response) {
    return complete(app, session, username, response);
  }

  private PoolUser complete(
      AppClient app, String session, String username, NewPasswordResponse response) {
    UserPool pool = app.pool();
    PoolUser user = pool.users().find(username).orElseThrow(ChallengeSessions::invalid);
    ChallengeSession opened = sessions.open(app, CHALLENGE, session);
    if (!opened.username().equals(user.username())) {
      throw ChallengeSessions.invalid();
    }
    pool.settings().passwordPolicy().check(response.password());
    pool.settings().attributes().checkUpdates(response.attributes());
    HashedPassword newPassword = pool.hash(user.username(), response.password());
    Instant now = clock.instant();
    PoolUser changed =
        pool.users()
            .update(
                user.username(),
                current -> requireComplete(pool, response.applyTo(current, newPassword, now)));
    sessions.end(opened);
    return changed;
  }

  private static PoolUser requireComplete(UserPool pool, PoolUser user) {
    List<String> missing = missing(pool, user);
    if (!missing.isEmpty()) {
      throw CognitoErrors.invalidParameter(
          "Invalid attributes given, " + missing.getFirst() + " is missing");
    }
    return user;
  }

  /** Returns the attributes that the pool requires and the user does not have. */
  public static List<String> missing(UserPool pool, PoolUser user) {
    return pool.settings().attributes().required().stream()
        .filter(name -> user.attribute(name).isEmpty())
        .toList();
  }

  /** The new password, and values of attributes. */
  public record NewPasswordResponse(String password, Map<String, String> attributes) {

    PoolUser applyTo(PoolUser user, HashedPassword newPassword, Instant now) {
      if (user.status() != UserStatus.FORCE_CHANGE_PASSWORD) {
        throw ChallengeSessions.invalid();
      }
      PoolUser changed = user.with(newPassword, now).with(UserStatus.CONFIRMED, now);
      for (Map.Entry<String, String> attribute : attributes.entrySet()) {
        changed = changed.withAttribute(attribute.getKey(), attribute.getValue());
      }
      return changed;
    }
  }
}
