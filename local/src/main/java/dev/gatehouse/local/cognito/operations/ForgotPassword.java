package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonElement;
import dev.gatehouse.local.cognito.codes.Delivery;
import dev.gatehouse.local.cognito.codes.Message;
import dev.gatehouse.local.cognito.limits.Attempts;
import dev.gatehouse.local.cognito.limits.Attempts.Action;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.pools.UserStatus;
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
    NamedCall call = NamedCall.of(pools, input);
    Optional<PoolUser> found = call.attempt(attempts, Action.RESET_PASSWORD);
    if (found.isEmpty()) {
      return Unknown.askingForCode(call.app(), call.name());
    }
    PoolUser user = found.get();
    if (user.status() == UserStatus.FORCE_CHANGE_PASSWORD) {
      throw CognitoError.notAuthorized("User password cannot be reset in the current state.");
    }
    if (!user.enabled()) {
      return Unknown.askingForCode(
          call.app(), call.name(), CognitoError.notAuthorized("User is disabled."));
    }
    if (!user.emailVerified()) {
      return Unknown.askingForCode(call.app(), call.name(), unreachable());
    }
    return Json.object(
        "CodeDeliveryDetails",
        delivery.sendCode(Message.FORGOT_PASSWORD, call.pool(), user, call.caller()));
  }

  /** Returns the error for somebody to whom no code may go, the address being anybody's. */
  static CognitoError unreachable() {
    return CognitoError.invalidParameter(
        "Cannot reset password for the user as there is no registered/verified email or"
            + " phone_number");
  }
}
