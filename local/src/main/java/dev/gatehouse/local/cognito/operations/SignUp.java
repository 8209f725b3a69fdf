package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.codes.Delivery;
import dev.gatehouse.local.cognito.codes.Message;
import dev.gatehouse.local.cognito.pools.Password;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.triggers.Caller;
import dev.gatehouse.local.cognito.triggers.PostConfirmation;
import dev.gatehouse.local.cognito.triggers.PreSignUp;
import dev.gatehouse.local.cognito.triggers.PreSignUp.Candidate;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Json;
import dev.gatehouse.local.cognito.wire.Shape;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Creates a user who asks for it, and mails the code that confirms the address. */
record SignUp(
    UserPools pools,
    PreSignUp preSignUp,
    Delivery delivery,
    PostConfirmation postConfirmation,
    Clock clock)
    implements Operation {

  @Override
  public Shape shape() {
    return Shape.with()
        .required("ClientId", Shape.CLIENT_ID)
        .optional("SecretHash", Shape.SECRET_HASH)
        .required("Username", Shape.USERNAME)
        .required("Password", Shape.PASSWORD)
        .optional("UserAttributes", Shape.ATTRIBUTES)
        .optional("ValidationData", Shape.ATTRIBUTES)
        .optional("ClientMetadata", Shape.METADATA)
        .shape();
  }

  @Override
  public JsonObject answer(Input input) {
    NamedCall call = NamedCall.of(pools, input);
    UserPool pool = call.pool();
    if (pool.settings().adminOnly()) {
      throw CognitoError.notAuthorized("SignUp is not permitted for this user pool");
    }
    Map<String, String> wanted = input.attributes("UserAttributes");
    refuseUnwritable(call, wanted);
    Candidate candidate =
        NewUsers.candidate(pool, call.name(), wanted, input.attributes("ValidationData"));
    // First of all triggers, then what may still fail: the function sees duplicates too.
    PreSignUp.Answer decision = preSignUp.onSignUp(pool, call.caller(), candidate);
    pool.settings().passwords().check(input.text("Password"));
    PoolUser user = user(pool, candidate, decision).with(password(input), clock.instant());
    pool.users().add(user, NewUsers.taken(pool));
    return tellUser(pool, user, call.caller());
  }

  private PoolUser user(UserPool pool, Candidate candidate, PreSignUp.Answer decision) {
    UserStatus status = decision.autoConfirm() ? UserStatus.CONFIRMED : UserStatus.UNCONFIRMED;
    PoolUser user = NewUsers.create(pool, candidate, status, clock.instant());
    return decision.verifyEmail() ? user.withAttribute("email_verified", "true") : user;
  }

  private static Password password(Input input) {
    return Password.permanent(input.text("Password"));
  }

  /** From here on the user exists, whatever a trigger or the mail does. */
  private JsonObject tellUser(UserPool pool, PoolUser user, Caller caller) {
    boolean confirmed = user.status() == UserStatus.CONFIRMED;
    JsonObject answer = Json.object("UserConfirmed", confirmed, "UserSub", user.sub());
    if (confirmed) {
      postConfirmation.ofSignUp(pool, user, caller);
    } else if (pool.settings().autoVerifiesEmail()
        && user.attribute("email").isPresent()
        && !user.emailVerified()) {
      answer.add("CodeDeliveryDetails", delivery.sendCode(Message.SIGN_UP, pool, user, caller));
    }
    return answer;
  }

  private static void refuseUnwritable(NamedCall call, Map<String, String> wanted) {
    Map<String, String> written = new LinkedHashMap<>(wanted);
    // Many clients send the address twice; as the username it becomes the attribute anyway.
    if (call.pool().settings().emailAsUsername()) {
      written.remove("email", call.name());
    }
    if (!written.keySet().stream().allMatch(call.app().settings()::writes)) {
      throw CognitoError.unwritableAttribute();
    }
  }
}
