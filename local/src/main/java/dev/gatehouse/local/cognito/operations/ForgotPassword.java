package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonElement;
import dev.gatehouse.local.cognito.codes.Delivery;
import dev.gatehouse.local.cognito.codes.Message;
import dev.gatehouse.local.cognito.limits.Attempts;
import dev.gatehouse.local.cognito.limits.Attempts.Action;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.signin.SecretHash;
import dev.gatehouse.local.cognito.triggers.Caller;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Json;
import dev.gatehouse.local.cognito.wire.Shape;
import java.util.Optional;

/** Mails the code that lets somebody set a new password. */
record ForgotPassword(UserPools pools, Attempts attempts, Delivery delivery) implements Operation {

  @Override
  public Shape shape() {
    return Shape.with()
        .required("ClientId", Shape.CLIENT_ID)
        .optional("SecretHash", Shape.SECRET_HASH)
        .required("Username", Shape.USERNAME)
        .optional("ClientMetadata", Shape.METADATA)
        .shape();
  }

  @Override
  public JsonElement answer(Input input) {
    AppClient app = pools.client(input.text("ClientId"));
    String name = input.text("Username");
    SecretHash.check(app, name, input.optional("SecretHash"));
    Optional<PoolUser> found = app.pool().users().find(name);
    String username = found.map(PoolUser::username).orElse(name);
    attempts.count(Action.RESET_PASSWORD, app.pool().id(), username);
    if (found.isEmpty()) {
      return Unknown.askingForCode(app, name);
    }
    PoolUser user = found.get();
    if (user.status() == UserStatus.FORCE_CHANGE_PASSWORD) {
      throw CognitoError.notAuthorized("User password cannot be reset in the current state.");
    }
    if (!user.enabled()) {
      return Unknown.askingForCode(app, name, CognitoError.notAuthorized("User is disabled."));
    }
    if (!user.emailVerified()) {
      return Unknown.askingForCode(app, name, unreachable());
    }
    Caller caller = new Caller(app.id(), input.map("ClientMetadata"));
    return Json.object(
        "CodeDeliveryDetails",
        delivery.sendCode(Message.FORGOT_PASSWORD, app.pool(), user, caller));
  }

  /** Returns the error for somebody to whom no code may go, the address being anybody's. */
  static CognitoError unreachable() {
    return CognitoError.invalidParameter(
        "Cannot reset password for the user as there is no registered/verified email or"
            + " phone_number");
  }
}
