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
    AppClient app = pools.client(input.text("ClientId"));
    String name = input.text("Username");
    SecretHash.check(app, name, input.optional("SecretHash"));
    if (!app.pool().settings().autoVerifiesEmail()) {
      throw CognitoError.invalidParameter("Auto verification not turned on.");
    }
    Optional<PoolUser> found = app.pool().users().find(name);
    String username = found.map(PoolUser::username).orElse(name);
    attempts.count(Action.RESEND_CODE, app.pool().id(), username);
    if (found.isEmpty()) {
      return Unknown.askingForCode(app, name);
    }
    PoolUser user = found.get();
    if (user.status() != UserStatus.UNCONFIRMED) {
      throw CognitoError.invalidParameter("User is already confirmed.");
    }
    if (user.attribute("email").isEmpty()) {
      throw CognitoError.invalidParameter("The user has no email to send a code to.");
    }
    Caller caller = new Caller(app.id(), input.map("ClientMetadata"));
    return Json.object(
        "CodeDeliveryDetails", delivery.sendCode(Message.RESEND_CODE, app.pool(), user, caller));
  }
}
