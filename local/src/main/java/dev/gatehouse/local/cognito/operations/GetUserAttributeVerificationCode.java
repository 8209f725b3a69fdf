package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.codes.Delivery;
import dev.gatehouse.local.cognito.codes.Message;
import dev.gatehouse.local.cognito.limits.Attempts;
import dev.gatehouse.local.cognito.limits.Attempts.Action;
import dev.gatehouse.local.cognito.pools.Code;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.tokens.AccessTokens;
import dev.gatehouse.local.cognito.tokens.AccessTokens.Bearer;
import dev.gatehouse.local.cognito.triggers.Caller;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Json;
import dev.gatehouse.local.cognito.wire.Shape;

/** Mails a code that proves the address of the bearer of an access token, or the one to come. */
record GetUserAttributeVerificationCode(AccessTokens tokens, Attempts attempts, Delivery delivery)
    implements Operation {

  @Override
  public Shape shape() {
    return Shape.with()
        .required("AccessToken", Shape.TOKEN)
        .required("AttributeName", Shape.ATTRIBUTE_NAME)
        .optional("ClientMetadata", Shape.METADATA)
        .shape();
  }

  @Override
  public JsonObject answer(Input input) {
    Bearer bearer = tokens.check(input.text("AccessToken"));
    UserPool pool = bearer.app().pool();
    VerifyUserAttribute.refuseUnlessEmail(input.text("AttributeName"));
    attempts.count(Action.ASK_ATTRIBUTE_CODE, pool.id(), bearer.user().username());
    if (!pool.settings().autoVerifiesEmail()) {
      throw CognitoError.invalidParameter("Auto verification not turned on.");
    }
    Caller caller = new Caller(bearer.app().id(), input.map("ClientMetadata"));
    return Json.object(
        "CodeDeliveryDetails",
        delivery.sendCode(Message.VERIFY_USER_ATTRIBUTE, pool, addressee(bearer.user()), caller));
  }

  /** An address that waits for its code goes before the one that is still the user's. */
  private static PoolUser addressee(PoolUser user) {
    String address =
        user.code(Code.Purpose.ATTRIBUTE)
            .map(Code::address)
            .or(() -> user.attribute("email"))
            .orElseThrow(
                () -> CognitoError.invalidParameter("The user has no email to send a code to."));
    return user.attribute("email").filter(address::equals).isPresent()
        ? user
        : user.withAttribute("email", address).withAttribute("email_verified", "false");
  }
}
