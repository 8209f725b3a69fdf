package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.codes.Delivery;
import dev.gatehouse.local.cognito.pools.Password;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.settings.PasswordPolicy;
import dev.gatehouse.local.cognito.triggers.Caller;
import dev.gatehouse.local.cognito.triggers.PreSignUp;
import dev.gatehouse.local.cognito.triggers.PreSignUp.Candidate;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Constraint.ListOf;
import dev.gatehouse.local.cognito.wire.Constraint.OneOf;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Json;
import dev.gatehouse.local.cognito.wire.Shape;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Creates a user on behalf of an administrator and mails an invitation. */
record AdminCreateUser(UserPools pools, PreSignUp preSignUp, Delivery delivery, Clock clock)
    implements Operation {

  @Override
  public Shape shape() {
    return AdminUser.shape()
        .optional("UserAttributes", Shape.ATTRIBUTES)
        .optional("ValidationData", Shape.ATTRIBUTES)
        .optional("TemporaryPassword", Shape.PASSWORD)
        .optional("ForceAliasCreation", Shape.FLAG)
        .optional("MessageAction", new OneOf(List.of("RESEND", "SUPPRESS")))
        .optional("DesiredDeliveryMediums", new ListOf(new OneOf(List.of("SMS", "EMAIL"))))
        .optional("ClientMetadata", Shape.METADATA)
        .shape();
  }

  @Override
  public JsonObject answer(Input input) {
    UserPool pool = AdminUser.pool(pools, input);
    if (input.texts("DesiredDeliveryMediums").equals(List.of("SMS"))) {
      throw CognitoError.invalidParameter("This machine sends no SMS, only EMAIL.");
    }
    String action = input.optional("MessageAction").orElse("");
    String password =
        input
            .optional("TemporaryPassword")
            .orElseGet(() -> TemporaryPassword.of(pool.settings().passwords()));
    pool.settings().passwords().check(password);
    Caller caller = Caller.admin(input.map("ClientMetadata"));
    PoolUser user =
        action.equals("RESEND")
            ? renew(pool, AdminUser.find(pools, input), password)
            : create(pool, input, caller, password);
    if (!action.equals("SUPPRESS") && user.attribute("email").isPresent()) {
      delivery.invite(pool, user, caller, password);
    }
    return Json.object("User", Described.user(user, "Attributes", name -> true));
  }

  private PoolUser create(UserPool pool, Input input, Caller caller, String password) {
    Map<String, String> wanted = input.attributes("UserAttributes");
    Candidate candidate =
        NewUsers.candidate(
            pool, input.text("Username"), wanted, input.attributes("ValidationData"));
    preSignUp.onAdminCreateUser(pool, caller, candidate);
    UserStatus status = UserStatus.FORCE_CHANGE_PASSWORD;
    PoolUser user =
        NewUsers.create(pool, candidate, status, clock.instant())
            .with(temporary(pool.settings().passwords(), password), clock.instant());
    pool.users().add(user, NewUsers.taken(pool));
    return user;
  }

  private PoolUser renew(UserPool pool, PoolUser user, String password) {
    if (user.status() != UserStatus.FORCE_CHANGE_PASSWORD) {
      throw new CognitoError(
          "UnsupportedUserStateException",
          "Resend not possible. " + user.username() + " status is not FORCE_CHANGE_PASSWORD");
    }
    Password renewed = temporary(pool.settings().passwords(), password);
    return pool.users().update(user.username(), current -> current.with(renewed, clock.instant()));
  }

  private Password temporary(PasswordPolicy policy, String password) {
    Instant until = clock.instant().plus(Duration.ofDays(policy.temporaryDays()));
    return Password.temporary(password, until);
  }
}
