package dev.gatehouse.local.cognito.signin;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.limits.Lockouts;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.Password;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.tokens.Tokens;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Json;
import java.time.Clock;
import java.util.Optional;

/** Signs in with user name and password. */
public final class PasswordSignIn {
  private final Tokens tokens;
  private final NewPasswordChallenge challenge;
  private final Lockouts lockouts;
  private final Clock clock;

  /** Takes what comes after a right password and what comes after too many wrong ones. */
  public PasswordSignIn(
      Tokens tokens, NewPasswordChallenge challenge, Lockouts lockouts, Clock clock) {
    this.tokens = tokens;
    this.challenge = challenge;
    this.lockouts = lockouts;
    this.clock = clock;
  }

  /** Returns InitiateAuth's answer: tokens, or the challenge to choose a password of one's own. */
  public JsonObject signIn(AppClient app, Parameters parameters) {
    String username = parameters.required("USERNAME");
    String password = parameters.required("PASSWORD");
    SecretHash.check(app, username, parameters.secretHash());
    PoolUser user = prove(app, username, password);
    if (user.status() == UserStatus.FORCE_CHANGE_PASSWORD) {
      return challenge.begin(app, user);
    }
    return Json.object(
        "AuthenticationResult", tokens.begin(app, user), "ChallengeParameters", new JsonObject());
  }

  /** Returns who knows this password; who has to choose another first is among them. */
  public PoolUser prove(AppClient app, String username, String password) {
    Optional<PoolUser> found = app.pool().users().find(username);
    String counted = found.map(PoolUser::username).orElse(username);
    lockouts.check(app.pool().id(), counted);
    PoolUser user = found.orElseThrow(() -> unknown(app, counted));
    refuseReset(app, user);
    checkPassword(app, user, password);
    return user;
  }

  private CognitoError unknown(AppClient app, String username) {
    lockouts.failed(app.pool().id(), username);
    return app.hidesUnknownUsers()
        ? CognitoError.incorrectUsernameOrPassword()
        : CognitoError.userDoesNotExist();
  }

  private static void refuseReset(AppClient app, PoolUser user) {
    if (user.status() != UserStatus.RESET_REQUIRED) {
      return;
    }
    throw app.hidesUnknownUsers()
        ? CognitoError.incorrectUsernameOrPassword()
        : new CognitoError(
            "PasswordResetRequiredException", "Password reset required for the user");
  }

  /** The password comes first: who does not know it learns nothing about the account. */
  private void checkPassword(AppClient app, PoolUser user, String given) {
    Password password = user.password();
    if (password == null || !password.matches(given)) {
      lockouts.failed(app.pool().id(), user.username());
      throw CognitoError.incorrectUsernameOrPassword();
    }
    lockouts.succeeded(app.pool().id(), user.username());
    if (!user.enabled()) {
      throw CognitoError.notAuthorized("User is disabled.");
    }
    if (user.status() == UserStatus.UNCONFIRMED) {
      throw new CognitoError("UserNotConfirmedException", "User is not confirmed.");
    }
    if (password.isExpired(clock.instant())) {
      throw CognitoError.notAuthorized(
          "Temporary password has expired and must be reset by an administrator.");
    }
  }
}
