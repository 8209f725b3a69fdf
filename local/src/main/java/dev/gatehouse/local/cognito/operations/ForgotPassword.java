package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonElement;
import dev.gatehouse.local.awsjson.AwsException;
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
import dev.gatehouse.local.cognito.signin.MigratedUsers;
import java.util.Optional;

/** The operation that sends a code to reset the password. */
public record ForgotPassword(
    UserPools pools, AttemptLimits attempts, MigratedUsers migration, MessageDelivery delivery)
    implements Operation {

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
    Optional<PoolUser> found =
        appRequest
            .countAttempt(attempts, Action.RESET_PASSWORD)
            .or(
                () ->
                    migration.forgotPassword(
                        appRequest.app(), appRequest.username(), appRequest.caller()));
    if (found.isEmpty()) {
      return UnknownUsers.codeDelivery(appRequest.app(), appRequest.username());
    }
    PoolUser user = found.get();
    if (user.status() == UserStatus.FORCE_CHANGE_PASSWORD) {
      throw CognitoErrors.notAuthorized("User password cannot be reset in the current state.");
    }
    if (!user.enabled()) {
      return UnknownUsers.codeDelivery(
          appRequest.app(),
          appRequest.username(),
          CognitoErrors.notAuthorized("User is disabled."));
    }
    if (!user.emailVerified()) {
      return UnknownUsers.codeDelivery(appRequest.app(), appRequest.username(), noVerifiedEmail());
    }
    return Json.object(
        "CodeDeliveryDetails",
        delivery.sendCode(
            CodeMessage.FORGOT_PASSWORD, appRequest.pool(), user, appRequest.caller()));
  }

  /**
   * The operation that returns the error for a user without a verified e-mail address, which could
   * be anyone's.
   */
  static AwsException noVerifiedEmail() {
    return CognitoErrors.invalidParameter(
        "Cannot reset password for the user as there is no registered/verified email or"
            + " phone_number");
  }
}
