package dev.gatehouse.local.cognito.signin;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.cognito.limits.PasswordLockouts;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.HashedPassword;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.triggers.Authentication;
import dev.gatehouse.local.cognito.triggers.CallerContext;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The check of a password, which a client sends or proves by SRP. */
public final class PasswordSignIn {
  private final Authentication triggers;
  private final MigratedUsers migration;
  private final PasswordLockouts lockouts;
  private final Clock clock;

  PasswordSignIn(
      Authentication triggers, MigratedUsers migration, PasswordLockouts lockouts, Clock clock) {
    this.triggers = triggers;
    this.migration = migration;
    this.lockouts = lockouts;
    this.clock = clock;
  }

  /** Returns the user of the parameters USERNAME and PASSWORD. */
  PoolUser signIn(SignInRequest request) {
    request.parameters().required("USERNAME");
    String password = request.parameters().required("PASSWORD");
    return authenticate(request.app(), request.username(), password, request.caller());
  }

  /**
   * Returns the user of this password, who may still have to replace it; throws
   * NotAuthorizedException if it is wrong.
   */
  public PoolUser authenticate(AppClient app, String username, String password) {
    return authenticate(app, username, password, new CallerContext(app.id(), Map.of()));
  }

  private PoolUser authenticate(
      AppClient app, String username, String password, CallerContext caller) {
    lockouts.check(app.pool().id(), lockoutKey(app, username));
    if (app.pool().users().find(username).isEmpty()) {
      migration.authenticate(app, username, password, caller);
    }
    preAuthenticate(app, username, caller);
    return authenticate(app, username, found -> matches(found, password));
  }

  /**
   * Returns the user if the proof holds for the user's password.
   *
   * @param proof does the same work for an empty Optional, so that its time reveals no user
   */
  PoolUser authenticate(AppClient app, String username, Predicate<Optional<PoolUser>> proof) {
    String poolId = app.pool().id();
    Optional<PoolUser> found = app.pool().users().find(username);
    String lockoutKey = found.map(PoolUser::username).orElse(username);
    lockouts.check(poolId, lockoutKey);
    found.ifPresent(user -> rejectResetRequired(app, user));
    // The password first, because a wrong one must not reveal the state of the account.
    boolean right =
        lockouts.attempt(poolId, lockoutKey, () -> proof.test(found) && found.isPresent());
    if (!right) {
      throw found.isEmpty() ? unknown(app) : CognitoErrors.incorrectUsernameOrPassword();
    }
    requireActive(found.get());
    requireValidPassword(found.get());
    return found.get();
  }

  /**
   * Returns the user of this name, who may sign in as far as PreAuthentication says; an empty
   * Optional if there is none and the app client hides it.
   */
  Optional<PoolUser> find(SignInRequest request, String username) {
    AppClient app = request.app();
    lockouts.check(app.pool().id(), lockoutKey(app, username));
    Optional<PoolUser> found = app.pool().users().find(username);
    if (found.isEmpty() && !app.preventUserExistenceErrors()) {
      throw CognitoErrors.userDoesNotExist();
    }
    preAuthenticate(app, username, request.caller());
    return found;
  }

  /** Invokes the trigger, for an unknown user only if the app client hides that. */
  private void preAuthenticate(AppClient app, String username, CallerContext caller) {
    Optional<PoolUser> found = app.pool().users().find(username);
    if (found.isPresent() || app.preventUserExistenceErrors()) {
      String name = found.map(PoolUser::username).orElse(username);
      triggers.pre(app.pool(), name, found, caller);
    }
  }

  private static String lockoutKey(AppClient app, String username) {
    return app.pool().users().find(username).map(PoolUser::username).orElse(username);
  }

  private static boolean matches(Optional<PoolUser> user, String given) {
    return user.flatMap(found -> Optional.ofNullable(found.password()))
        .map(password -> password.matches(given))
        .orElseGet(() -> HashedPassword.matchNobody(given));
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

  /** Throws an exception for a user who is disabled or not confirmed. */
  void requireActive(PoolUser user) {
    if (!user.enabled()) {
      throw CognitoErrors.notAuthorized("User is disabled.");
    }
    if (user.status() == UserStatus.UNCONFIRMED) {
      throw new AwsException("UserNotConfirmedException", "User is not confirmed.");
    }
  }

  private void requireValidPassword(PoolUser user) {
    HashedPassword password = user.password();
    if (password != null && password.isExpired(clock.instant())) {
      throw CognitoErrors.notAuthorized(
          "Temporary password has expired and must be reset by an administrator.");
    }
  }
}
