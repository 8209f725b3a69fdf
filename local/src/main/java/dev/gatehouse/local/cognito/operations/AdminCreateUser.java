package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint.ListOf;
import dev.gatehouse.local.awsjson.Constraint.OneOf;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.codes.MessageDelivery;
import dev.gatehouse.local.cognito.pools.HashedPassword;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.protocol.AttributeList;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.requests.AdminUserRequest;
import dev.gatehouse.local.cognito.requests.ResponseJson;
import dev.gatehouse.local.cognito.requests.TemporaryPasswords;
import dev.gatehouse.local.cognito.requests.UserCreation;
import dev.gatehouse.local.cognito.triggers.CallerContext;
import dev.gatehouse.local.cognito.triggers.PreSignUp;
import dev.gatehouse.local.cognito.triggers.PreSignUp.Candidate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The operation that creates a user and sends an invitation. */
public record AdminCreateUser(
    UserPools pools, PreSignUp preSignUp, MessageDelivery delivery, Clock clock)
    implements Operation {

  @Override
  public RequestShape shape() {
    return AdminUserRequest.shape()
        .optional("UserAttributes", MemberConstraints.ATTRIBUTE_LIST)
        .optional("ValidationData", MemberConstraints.ATTRIBUTE_LIST)
        .optional("TemporaryPassword", MemberConstraints.PASSWORD)
        .optional("ForceAliasCreation", MemberConstraints.FLAG)
        .optional("MessageAction", new OneOf(List.of("RESEND", "SUPPRESS")))
        .optional("DesiredDeliveryMediums", new ListOf(new OneOf(List.of("SMS", "EMAIL"))))
        .optional("ClientMetadata", MemberConstraints.CLIENT_METADATA)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = AdminUserRequest.pool(pools, request);
    if (request.texts("DesiredDeliveryMediums").equals(List.of("SMS"))) {
      throw CognitoErrors.invalidParameter("The local emulator does not support SMS, only EMAIL.");
    }
    String action = request.optional("MessageAction").orElse("");
    String password =
        request
            .optional("TemporaryPassword")
            .orElseGet(() -> TemporaryPasswords.generate(pool.settings().passwordPolicy()));
    pool.settings().passwordPolicy().check(password);
    CallerContext caller = CallerContext.admin(request.map("ClientMetadata"));
    PoolUser user =
        action.equals("RESEND")
            ? resend(pool, AdminUserRequest.user(pools, request), password)
            : create(pool, request, caller, password);
    if (!action.equals("SUPPRESS") && user.attribute("email").isPresent()) {
      delivery.sendInvitation(pool, user, caller, password);
    }
    return Json.object("User", ResponseJson.summary(user, "Attributes", name -> true));
  }

  private PoolUser create(
      UserPool pool, AwsRequest request, CallerContext caller, String password) {
    Map<String, String> attributes = AttributeList.of(request, "UserAttributes");
    Candidate candidate =
        UserCreation.candidate(
            pool,
            request.text("Username"),
            attributes,
            AttributeList.of(request, "ValidationData"));
    preSignUp.onAdminCreateUser(pool, caller, candidate);
    UserStatus status = UserStatus.FORCE_CHANGE_PASSWORD;
    PoolUser user =
        UserCreation.create(pool, candidate, status, clock.instant())
            .with(temporaryPassword(pool, candidate.username(), password), clock.instant());
    pool.users()
        .add(
            user,
            request.flag("ForceAliasCreation"),
            UserCreation.usernameExists(pool, "User account already exists"));
    return user;
  }

  private PoolUser resend(UserPool pool, PoolUser user, String password) {
    if (user.status() != UserStatus.FORCE_CHANGE_PASSWORD) {
      throw new AwsException(
          "UnsupportedUserStateException",
          "Resend not possible. " + user.username() + " status is not FORCE_CHANGE_PASSWORD");
    }
    HashedPassword newPassword = temporaryPassword(pool, user.username(), password);
    return pool.users()
        .update(user.username(), current -> current.with(newPassword, clock.instant()));
  }

  private HashedPassword temporaryPassword(UserPool pool, String username, String password) {
    int days = pool.settings().passwordPolicy().temporaryValidityDays();
    return pool.hash(username, password).temporary(clock.instant().plus(Duration.ofDays(days)));
  }
}
