package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.codes.CodeVerification;
import dev.gatehouse.local.cognito.limits.AttemptLimits;
import dev.gatehouse.local.cognito.limits.AttemptLimits.Action;
import dev.gatehouse.local.cognito.pools.ConfirmationCode.Purpose;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier.Bearer;
import java.time.Clock;
import java.time.Instant;

/** The operation that verifies an e-mail address with a code. */
public record VerifyUserAttribute(AccessTokenVerifier tokens, AttemptLimits attempts, Clock clock)
    implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .required("AccessToken", MemberConstraints.TOKEN)
        .required("AttributeName", MemberConstraints.ATTRIBUTE_NAME)
        .required("Code", MemberConstraints.CONFIRMATION_CODE)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    Bearer bearer = tokens.verify(request.text("AccessToken"));
    UserPool pool = bearer.app().pool();
    requireEmail(request.text("AttributeName"));
    String username = bearer.user().username();
    attempts.count(Action.VERIFY_ATTRIBUTE, pool.id(), username);
    String code = request.text("Code");
    Instant now = clock.instant();
    pool.users().update(username, current -> verified(current, code, now));
    return new JsonObject();
  }

  private static PoolUser verified(PoolUser user, String code, Instant now) {
    String address = CodeVerification.check(user, Purpose.ATTRIBUTE, code, now).address();
    return user.without(Purpose.ATTRIBUTE)
        .withAttribute("email", address)
        .withAttribute("email_verified", "true")
        .with(user.status(), now);
  }

  static void requireEmail(String attribute) {
    if (!attribute.equals("email")) {
      throw CognitoErrors.invalidParameter("The local emulator verifies only the attribute email.");
    }
  }
}
