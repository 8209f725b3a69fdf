package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.codes.CodeMessage;
import dev.gatehouse.local.cognito.codes.MessageDelivery;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserMfa;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.protocol.AttributeList;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.requests.AppClientRequest;
import dev.gatehouse.local.cognito.requests.UserCreation;
import dev.gatehouse.local.cognito.signin.SignUpSessions;
import dev.gatehouse.local.cognito.triggers.CallerContext;
import dev.gatehouse.local.cognito.triggers.PostConfirmation;
import dev.gatehouse.local.cognito.triggers.PreSignUp;
import dev.gatehouse.local.cognito.triggers.PreSignUp.Candidate;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The operation that registers a user and sends a code to confirm the e-mail address. */
public record SignUp(
    UserPools pools,
    PreSignUp preSignUp,
    MessageDelivery delivery,
    PostConfirmation postConfirmation,
    SignUpSessions sessions,
    Clock clock)
    implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .required("ClientId", MemberConstraints.CLIENT_ID)
        .optional("SecretHash", MemberConstraints.SECRET_HASH)
        .required("Username", MemberConstraints.USERNAME)
        .optional("Password", MemberConstraints.PASSWORD)
        .optional("UserAttributes", MemberConstraints.ATTRIBUTE_LIST)
        .optional("ValidationData", MemberConstraints.ATTRIBUTE_LIST)
        .optional("ClientMetadata", MemberConstraints.CLIENT_METADATA)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    AppClientRequest appRequest = AppClientRequest.of(pools, request);
    UserPool pool = appRequest.pool();
    if (pool.settings().adminCreateUserOnly()) {
      throw CognitoErrors.notAuthorized("SignUp is not permitted for this user pool");
    }
    Optional<String> password = password(pool, request);
    Map<String, String> attributes = AttributeList.of(request, "UserAttributes");
    requireWritable(appRequest, attributes);
    Candidate candidate =
        UserCreation.candidate(
            pool, appRequest.username(), attributes, AttributeList.of(request, "ValidationData"));
    UserCreation.requireNoPreferredUsername(pool, candidate.attributes().keySet());
    pool.settings().attributes().check(candidate.attributes());
    boolean taken = pool.users().find(appRequest.username()).isPresent();
    // The trigger runs first, so the function sees duplicates and weak passwords too.
    PreSignUp.Decision decision = preSignUp.onSignUp(pool, appRequest.caller(), candidate);
    password.ifPresent(pool.settings().passwordPolicy()::check);
    PoolUser unprotected = user(pool, candidate, decision);
    PoolUser user =
        password
            .map(text -> pool.hash(candidate.username(), text))
            .map(hash -> unprotected.with(hash, clock.instant()))
            .orElse(unprotected);
    // A verified address is taken from another user, which is why a function should not trust it.
    pool.users().add(user, decision.verifyEmail(), exists(pool, taken));
    JsonObject result = sendCode(pool, user, appRequest.caller());
    sessions
        .signedUp(appRequest.app(), user)
        .ifPresent(session -> result.addProperty("Session", session));
    return result;
  }

  /** Returns the password, which only a pool with another first factor does without. */
  private static Optional<String> password(UserPool pool, AwsRequest request) {
    Optional<String> password = request.optional("Password");
    if (pool.settings().firstFactors().contains(UserMfa.EMAIL)) {
      return password.filter(text -> !text.isEmpty());
    }
    if (password.isEmpty()) {
      throw CognitoErrors.invalidParameter(
          "1 validation error detected: Value at 'password' failed to satisfy constraint: Member"
              + " must not be null");
    }
    return password;
  }

  private PoolUser user(UserPool pool, Candidate candidate, PreSignUp.Decision decision) {
    UserStatus status = decision.autoConfirm() ? UserStatus.CONFIRMED : UserStatus.UNCONFIRMED;
    Map<String, String> attributes = new LinkedHashMap<>();
    if (candidate.attributes().containsKey("email")) {
      attributes.put("email_verified", Boolean.toString(decision.verifyEmail()));
    }
    candidate.attributes().forEach(attributes::putIfAbsent);
    Candidate complete = new Candidate(candidate.username(), attributes, Map.of());
    return UserCreation.create(pool, complete, status, clock.instant());
  }

  /**
   * The operation that sends the code, or invokes PostConfirmation; the user stays if either fails.
   */
  private JsonObject sendCode(UserPool pool, PoolUser user, CallerContext caller) {
    boolean confirmed = user.status() == UserStatus.CONFIRMED;
    JsonObject result = Json.object("UserConfirmed", confirmed, "UserSub", user.sub());
    if (confirmed) {
      postConfirmation.confirmSignUp(pool, user, caller);
    } else if (pool.settings().autoVerifiesEmail()
        && user.attribute("email").isPresent()
        && !user.emailVerified()) {
      result.add("CodeDeliveryDetails", delivery.sendCode(CodeMessage.SIGN_UP, pool, user, caller));
    }
    return result;
  }

  /** Returns the error for a taken name; AWS has another for one that was free a moment ago. */
  private static AwsException exists(UserPool pool, boolean before) {
    return before || !pool.settings().emailAsUsername()
        ? UserCreation.usernameExists(pool, "User already exists")
        : CognitoErrors.invalidParameter("Alias entry already exists for a different username");
  }

  private static void requireWritable(AppClientRequest appRequest, Map<String, String> attributes) {
    Map<String, String> written = new LinkedHashMap<>(attributes);
    // Many clients also send the user name as the email attribute, which it becomes anyway.
    if (appRequest.pool().settings().emailAsUsername()) {
      written.remove("email", appRequest.username());
    }
    if (!written.keySet().stream().allMatch(appRequest.app().settings()::canWrite)) {
      throw CognitoErrors.unwritableAttribute();
    }
  }
}
