package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.codes.CodeMessage;
import dev.gatehouse.local.cognito.codes.MessageDelivery;
import dev.gatehouse.local.cognito.limits.AttemptLimits;
import dev.gatehouse.local.cognito.limits.AttemptLimits.Action;
import dev.gatehouse.local.cognito.pools.ConfirmationCode;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier.Bearer;
import dev.gatehouse.local.cognito.triggers.CallerContext;

/** The operation that sends a code to verify the current or the pending e-mail address. */
public record GetUserAttributeVerificationCode(
    AccessTokenVerifier tokens, AttemptLimits attempts, MessageDelivery delivery)
    implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .required("AccessToken", MemberConstraints.TOKEN)
        .required("AttributeName", MemberConstraints.ATTRIBUTE_NAME)
        .optional("ClientMetadata", MemberConstraints.CLIENT_METADATA)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    Bearer bearer = tokens.verify(request.text("AccessToken"));
    UserPool pool = bearer.app().pool();
    VerifyUserAttribute.requireEmail(request.text("AttributeName"));
    attempts.count(Action.REQUEST_ATTRIBUTE_CODE, pool.id(), bearer.user().username());
    if (!pool.settings().autoVerifiesEmail()) {
      throw CognitoErrors.invalidParameter("Auto verification not turned on.");
    }
    CallerContext caller = new CallerContext(bearer.app().id(), request.map("ClientMetadata"));
    return Json.object(
        "CodeDeliveryDetails",
        delivery.sendCode(
            CodeMessage.VERIFY_USER_ATTRIBUTE, pool, addressee(bearer.user()), caller));
  }

  /**
   * The operation that returns the user with the pending e-mail address, or else with the current
   * one.
   */
  private static PoolUser addressee(PoolUser user) {
    String address =
        user.code(ConfirmationCode.Purpose.ATTRIBUTE)
            .map(ConfirmationCode::address)
            .or(() -> user.attribute("email"))
            .orElseThrow(
                () -> CognitoErrors.invalidParameter("The user has no email to send a code to."));
    return user.attribute("email").filter(address::equals).isPresent()
        ? user
        : user.withAttribute("email", address).withAttribute("email_verified", "false");
  }
}
