package dev.gatehouse.local.cognito.signin;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.requests.UserCreation;
import dev.gatehouse.local.cognito.triggers.CallerContext;
import dev.gatehouse.local.cognito.triggers.PreSignUp.Candidate;
import dev.gatehouse.local.cognito.triggers.UserMigration;
import dev.gatehouse.local.cognito.triggers.UserMigration.ForeignUser;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Users whom the UserMigration trigger brings from another directory. */
public final class MigratedUsers {
  private final UserMigration trigger;
  private final Clock clock;

  MigratedUsers(UserMigration trigger, Clock clock) {
    this.trigger = trigger;
    this.clock = clock;
  }

  /** Adds the unknown user of this password, if the trigger has one. */
  void authenticate(AppClient app, String username, String password, CallerContext caller) {
    UserPool pool = app.pool();
    lookUp(app, () -> trigger.authenticate(pool, username, password, caller))
        .ifPresent(
            foreign -> {
              PoolUser user = create(pool, username, foreign, status(foreign));
              add(pool, user.with(pool.hash(user.username(), password), clock.instant()));
            });
  }

  /** Adds and returns the unknown user who forgot the password, if the trigger has one. */
  public Optional<PoolUser> forgotPassword(AppClient app, String username, CallerContext caller) {
    return lookUp(app, () -> trigger.forgotPassword(app.pool(), username, caller))
        .map(
            foreign ->
                add(app.pool(), create(app.pool(), username, foreign, UserStatus.RESET_REQUIRED)));
  }

  private PoolUser create(UserPool pool, String username, ForeignUser foreign, UserStatus status) {
    Map<String, String> attributes = new LinkedHashMap<>(foreign.attributes());
    attributes.remove("username");
    attributes.remove("sub");
    Candidate candidate = UserCreation.candidate(pool, username, attributes, Map.of());
    Instant now = clock.instant();
    return UserCreation.create(pool, candidate, status, now);
  }

  private static PoolUser add(UserPool pool, PoolUser user) {
    pool.users().add(user, UserCreation.usernameExists(pool, "User already exists"));
    return user;
  }

  private static UserStatus status(ForeignUser foreign) {
    return foreign.confirmed() ? UserStatus.CONFIRMED : UserStatus.RESET_REQUIRED;
  }

  /** Looks a user up; a function that fails knows no such user, or the password is wrong. */
  private static Optional<ForeignUser> lookUp(
      AppClient app, Supplier<Optional<ForeignUser>> lookup) {
    try {
      return lookup.get();
    } catch (AwsException e) {
      if (!e.type().equals("UserLambdaValidationException")) {
        throw e;
      }
      throw app.preventUserExistenceErrors()
          ? CognitoErrors.incorrectUsernameOrPassword()
          : new AwsException(
              "UserNotFoundException", "Exception migrating user in app client " + app.id());
    }
  }
}
