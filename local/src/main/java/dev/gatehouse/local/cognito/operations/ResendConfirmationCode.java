package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonElement;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.codes.CodeMessage;
import dev.gatehouse.local.cognito.codes.MessageDelivery;
import dev.gatehouse.local.cognito.limits.AttemptLimits;
import dev.gatehouse.local.cognito.limits.AttemptLimits.Action;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.requests.AppClientRequest;
import dev.gatehouse.local.cognito.requests.UnknownUsers;
import java.util.Optional;

/** The operation that sends another code to an unconfirmed user. */
public record ResendConfirmationCode(
    UserPools pools, AttemptLimits attempts, MessageDelivery delivery) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .required("ClientId", MemberConstraints.CLIENT_ID)
        .optional("SecretHash", MemberConstraints.SECRET_HASH)
        .required("Username", MemberConstraints.USERNAME)
        .optional("ClientMetadata", MemberConstraints.CLIENT_METADATA)
        .build();
  }

  @Override
  public JsonElement execute(AwsRequest request) {
    AppClientRequest appRequest = AppClientRequest.of(pools, request);
    if (!appRequest.pool().settings().autoVerifiesEmail()) {
      throw CognitoErrors.invalidParameter("Auto verification not turned on.");
    }
    Optional<PoolUser> found = appRequest.countAttempt(attempts, Action.RESEND_CODE);
    if (found.isEmpty()) {
      return UnknownUsers.codeDelivery(appRequest.app(), appRequest.username());
    }
    PoolUser user = found.get();
    if (user.status() != UserStatus.UNCONFIRMED) {
      throw CognitoErrors.invalidParameter("User is already confirmed.");
    }
    if (user.attribute("email").isEmpty()) {
      throw CognitoErrors.invalidParameter("The user has no email to send a code to.");
    }
    return Json.object(
        "CodeDeliveryDetails",
        delivery.sendCode(CodeMessage.RESEND_CODE, appRequest.pool(), user, appRequest.caller()));
  }
}
