package dev.gatehouse.local.cognito.signin;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.codes.CodeMessage;
import dev.gatehouse.local.cognito.codes.CodeVerification;
import dev.gatehouse.local.cognito.codes.MessageDelivery;
import dev.gatehouse.local.cognito.mfa.SecondFactors;
import dev.gatehouse.local.cognito.mfa.SoftwareTokens;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.ConfirmationCode.Purpose;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserMfa;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.signin.ChallengeSessions.ChallengeSession;
import dev.gatehouse.local.cognito.triggers.CallerContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The challenges of a second factor, after the password. */
final class MfaChallenges {
  static final String SELECT = "SELECT_MFA_TYPE";

  private final ChallengeSessions sessions;
  private final SoftwareTokens tokens;
  private final MessageDelivery delivery;
  private final Clock clock;

  MfaChallenges(
      ChallengeSessions sessions, SoftwareTokens tokens, MessageDelivery delivery, Clock clock) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.delivery = delivery;
    this.clock = clock;
  }

  /** Returns the challenge of a user, or an empty Optional if the password is enough. */
  Optional<JsonObject> start(AppClient app, PoolUser user) {
    SecondFactors factors = SecondFactors.of(app.pool(), user);
    if (factors.isPasswordEnough()) {
      return Optional.empty();
    }
    if (factors.available().isEmpty()) {
      return Optional.of(setup(app, user));
    }
    return factors
        .next()
        .map(factor -> challenge(app, user, factor))
        .or(() -> Optional.of(select(app, user, factors.available())));
  }

  /** Returns the challenge that the user chose. */
  JsonObject choose(SignInRequest request, String session) {
    ChallengeSession opened = sessions.open(request.app(), SELECT, session);
    PoolUser user = user(request, opened);
    String answer = request.parameters().required("ANSWER");
    if (!SecondFactors.of(request.app().pool(), user).available().contains(answer)) {
      throw CognitoErrors.invalidParameter("Invalid challenge response: " + answer);
    }
    sessions.end(opened);
    return challenge(request.app(), user, answer);
  }

  /** Returns the user who responded with a right code; throws CodeMismatchException for another. */
  PoolUser respond(SignInRequest request, String challenge, String session) {
    ChallengeSession opened = sessions.open(request.app(), challenge, session);
    PoolUser user = user(request, opened);
    UserPool pool = request.app().pool();
    String code = request.parameters().required(challenge + "_CODE");
    if (challenge.equals(UserMfa.EMAIL)) {
      acceptEmailCode(pool, user, code);
    } else {
      tokens.accept(pool, user, code);
    }
    sessions.end(opened);
    return user;
  }

  /** Returns the user who verified a software token during the sign-in. */
  PoolUser completeSetup(SignInRequest request, String session) {
    ChallengeSession opened = sessions.open(request.app(), SoftwareTokenSetup.CHALLENGE, session);
    PoolUser user = user(request, opened);
    if (!opened.detail(SoftwareTokenSetup.VERIFIED).equals("true")) {
      throw ChallengeSessions.invalid();
    }
    sessions.end(opened);
    return user;
  }

  private JsonObject setup(AppClient app, PoolUser user) {
    if (!app.pool().settings().mfa().softwareToken()) {
      requireOtherThanSms(app.pool());
      throw CognitoErrors.invalidParameter(
          "User does not have delivery config set to turn on EMAIL_OTP");
    }
    String can = Json.text(Json.array(List.of(UserMfa.SOFTWARE_TOKEN)));
    return challenge(app, user, SoftwareTokenSetup.CHALLENGE, Map.of("MFAS_CAN_SETUP", can));
  }

  private static void requireOtherThanSms(UserPool pool) {
    if (pool.settings().mfa().sms() && pool.settings().mfa().email().isEmpty()) {
      throw CognitoErrors.invalidParameter(
          "The local emulator sends no SMS, the only second factor of this user pool. Turn on a"
              + " software token or codes by e-mail with SetUserPoolMfaConfig.");
    }
  }

  private JsonObject select(AppClient app, PoolUser user, List<String> factors) {
    String can = Json.text(Json.array(factors));
    return challenge(app, user, SELECT, Map.of("MFAS_CAN_CHOOSE", can));
  }

  /** Returns the challenge of a factor, after sending its code if it has one. */
  JsonObject challenge(AppClient app, PoolUser user, String factor) {
    if (!factor.equals(UserMfa.EMAIL)) {
      return challenge(app, user, factor, Map.of());
    }
    // InitiateAuth passes no ClientMetadata to the function that words the e-mail.
    CallerContext caller = new CallerContext(app.id(), Map.of());
    JsonObject details = delivery.sendCode(CodeMessage.AUTHENTICATION, app.pool(), user, caller);
    return challenge(
        app,
        user,
        factor,
        Map.of(
            "CODE_DELIVERY_DELIVERY_MEDIUM",
            "EMAIL",
            "CODE_DELIVERY_DESTINATION",
            details.get("Destination").getAsString()));
  }

  private JsonObject challenge(
      AppClient app, PoolUser user, String name, Map<String, String> parameters) {
    JsonObject all = Json.object("USER_ID_FOR_SRP", user.username());
    parameters.forEach(all::addProperty);
    return Json.object(
        "ChallengeName",
        name,
        "Session",
        sessions.issue(app, name, user.username(), Map.of()),
        "ChallengeParameters",
        all);
  }

  private void acceptEmailCode(UserPool pool, PoolUser user, String code) {
    try {
      pool.users()
          .update(
              user.username(),
              now -> {
                CodeVerification.check(now, Purpose.MFA, code, clock.instant());
                return now.without(Purpose.MFA);
              });
    } catch (AwsException e) {
      throw e.type().equals("CodeMismatchException")
          ? new AwsException(e.type(), "Invalid code received for user")
          : e;
    }
  }

  private static PoolUser user(SignInRequest request, ChallengeSession session) {
    return request
        .app()
        .pool()
        .users()
        .find(request.username())
        .filter(user -> user.username().equals(session.username()))
        .filter(PoolUser::enabled)
        .orElseThrow(ChallengeSessions::invalid);
  }
}
