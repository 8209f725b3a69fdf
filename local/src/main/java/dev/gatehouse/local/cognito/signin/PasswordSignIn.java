package dev.gatehouse.local.cognito.signin;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.limits.PasswordLockouts;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.HashedPassword;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.tokens.TokenIssuer;
import java.time.Clock;
import java.util.Optional;

/** The USER_PASSWORD_AUTH flow. */
public final class PasswordSignIn {
  private final TokenIssuer tokens;
  private final NewPasswordChallenge challenge;
  private final PasswordLockouts lockouts;
  private final Clock clock;

  /** Creates the flow. */
  public PasswordSignIn(
      TokenIssuer tokens, NewPasswordChallenge challenge, PasswordLockouts lockouts, Clock clock) {
    this.tokens = tokens;
    this.challenge = challenge;
    this.lockouts = lockouts;
    this.clock = clock;
  }

  /** Returns the result of InitiateAuth: tokens, or the NEW_PASSWORD_REQUIRED challenge. */
  public JsonObject signIn(AppClient app, AuthParameters parameters) {
    String username = parameters.required("USERNAME");
    String password = parameters.required("PASSWORD");
    SecretHash.check(app, username, parameters.secretHash());
    PoolUser user = authenticate(app, username, password);
    if (user.status() == UserStatus.FORCE_CHANGE_PASSWORD) {
      return challenge.start(app, user);
    }
    return Json.object(
        "AuthenticationResult", tokens.issue(app, user), "ChallengeParameters", new JsonObject());
  }

  /**
   * Returns the user of this password, who may still have to replace it; throws
   * NotAuthorizedException if it is wrong.
   */
  public PoolUser authenticate(AppClient app, String username, String password) {
    String poolId = app.pool().id();
    Optional<PoolUser> found = app.pool().users().find(username);
    String lockoutKey = found.map(PoolUser::username).orElse(username);
    lockouts.check(poolId, lockoutKey);
    found.ifPresent(user -> rejectResetRequired(app, user));
    // The password first, because a wrong one must not reveal the state of the account.
    boolean right =
        lockouts.attempt(
            poolId, lockoutKey, () -> found.filter(user -> matches(user, password)).isPresent());
    if (!right) {
      throw found.isEmpty() ? unknown(app) : CognitoErrors.incorrectUsernameOrPassword();
    }
    checkState(found.get());
    return found.get();
  }

  private static boolean matches(PoolUser user, String given) {
    HashedPassword password = user.password();
    return password != null && password.matches(given);
  }

  private static AwsException unknown(AppClient app) {
    return app.preventUserExistenceErrors()
        ? CognitoErrors.incorrectUsernameOrPassword()
        : CognitoErrors.userDoesNotExist();
  }

  private static void rejectResetRequired(AppClient app, PoolUser user) {
    if (user.status() != UserStatus.RESET_REQUIRED) {
      return;
    }
    throw app.preventUserExistenceErrors()
        ? CognitoErrors.incorrectUsernameOrPassword()
        : new AwsException(
            "PasswordResetRequiredException", "Password reset required for the user");
  }

  private void checkState(PoolUser user) {
    if (!user.enabled()) {
      throw CognitoErrors.notAuthorized("User is disabled.");
    }
    if (user.status() == UserStatus.UNCONFIRMED) {
      throw new AwsException("UserNotConfirmedException", "User is not confirmed.");
    }
    HashedPassword password = user.password();
    if (password != null && password.isExpired(clock.instant())) {
      throw CognitoErrors.notAuthorized(
          "Temporary password has expired and must be reset by an administrator.");
    }
  }
}
