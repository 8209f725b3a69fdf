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

/** Mails a new code to somebody who has not confirmed yet. */
record ResendConfirmationCode(UserPools pools, Attempts attempts, Delivery delivery)
    implements Operation {

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
    if (!call.pool().settings().autoVerifiesEmail()) {
      throw CognitoError.invalidParameter("Auto verification not turned on.");
    }
    Optional<PoolUser> found = call.attempt(attempts, Action.RESEND_CODE);
    if (found.isEmpty()) {
      return Unknown.askingForCode(call.app(), call.name());
    }
    PoolUser user = found.get();
    if (user.status() != UserStatus.UNCONFIRMED) {
      throw CognitoError.invalidParameter("User is already confirmed.");
    }
    if (user.attribute("email").isEmpty()) {
      throw CognitoError.invalidParameter("The user has no email to send a code to.");
    }
    return Json.object(
        "CodeDeliveryDetails",
        delivery.sendCode(Message.RESEND_CODE, call.pool(), user, call.caller()));
  }
}
