package dev.gatehouse.local.cognito.signin;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.codes.MessageDelivery;
import dev.gatehouse.local.cognito.devices.DeviceKeys;
import dev.gatehouse.local.cognito.limits.PasswordLockouts;
import dev.gatehouse.local.cognito.mfa.SoftwareTokens;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.Device;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserMfa;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.signin.DeviceSignIn.ProvedDevice;
import dev.gatehouse.local.cognito.signin.SrpSignIn.ProvedPassword;
import dev.gatehouse.local.cognito.tokens.TokenIssuer;
import dev.gatehouse.local.cognito.tokens.TokenIssuer.TokenReason;
import dev.gatehouse.local.cognito.triggers.Authentication;
import dev.gatehouse.local.cognito.triggers.CustomAuthChallenge;
import dev.gatehouse.local.cognito.triggers.PreTokenGeneration;
import dev.gatehouse.local.cognito.triggers.TriggerInvoker;
import dev.gatehouse.local.cognito.triggers.UserMigration;
import java.time.Clock;
import java.util.Optional;

/**
 * The authentication flows, shared by the API and the hosted pages so that a lockout applies to
 * both.
 */
public record SignInFlows(
    TokenIssuer tokens,
    Authentication authentication,
    MigratedUsers migration,
    PasswordSignIn passwordSignIn,
    SrpSignIn srpSignIn,
    CustomSignIn customSignIn,
    ChoiceSignIn choiceSignIn,
    RefreshTokenSignIn refreshTokenSignIn,
    NewPasswordChallenge newPasswordChallenge,
    MfaChallenges mfaChallenges,
    DeviceSignIn deviceSignIn,
    SoftwareTokenSetup softwareTokenSetup,
    SignUpSessions signUpSessions) {
  private static final String AUTHENTICATION = "Authentication";

  /** Creates the flows. */
  public static SignInFlows create(
      UserPools pools,
      TriggerInvoker triggers,
      MessageDelivery delivery,
      PasswordLockouts lockouts,
      Clock clock) {
    TokenIssuer tokens = new TokenIssuer(new PreTokenGeneration(triggers), clock);
    Authentication authentication = new Authentication(triggers);
    MigratedUsers migration = new MigratedUsers(new UserMigration(triggers), clock);
    ChallengeSessions sessions = new ChallengeSessions(clock);
    SoftwareTokens softwareTokens = new SoftwareTokens(clock);
    PasswordSignIn passwords = new PasswordSignIn(authentication, migration, lockouts, clock);
    SrpSignIn srp = new SrpSignIn(passwords, sessions);
    return new SignInFlows(
        tokens,
        authentication,
        migration,
        passwords,
        srp,
        new CustomSignIn(new CustomAuthChallenge(triggers), passwords, srp, sessions),
        new ChoiceSignIn(sessions),
        new RefreshTokenSignIn(tokens, clock),
        new NewPasswordChallenge(sessions, clock),
        new MfaChallenges(sessions, softwareTokens, delivery, clock),
        new DeviceSignIn(sessions, clock),
        new SoftwareTokenSetup(pools, sessions, softwareTokens),
        new SignUpSessions(sessions));
  }

  /**
   * Returns the result of InitiateAuth: tokens or a challenge.
   *
   * @param session the session of a confirmed sign-up, which signs in by USER_AUTH
   */
  public JsonObject initiate(AuthFlow flow, SignInRequest request, Optional<String> session) {
    flow.requireEnabled(request.app());
    if (flow == AuthFlow.USER_AUTH && session.isPresent()) {
      return afterSignUp(request, session.get());
    }
    return switch (flow) {
      case USER_PASSWORD_AUTH, ADMIN_USER_PASSWORD_AUTH ->
          next(request, passwordSignIn.signIn(request));
      case USER_SRP_AUTH -> srpSignIn.start(request);
      case REFRESH_TOKEN_AUTH -> refreshTokenSignIn.signIn(request);
      case CUSTOM_AUTH -> next(request, customSignIn.start(request));
      case USER_AUTH ->
          choiceSignIn
              .preferred(request)
              .map(factor -> first(request, factor))
              .orElseGet(() -> choiceSignIn.select(request));
    };
  }

  /** Returns the result of RespondToAuthChallenge: tokens or the next challenge. */
  public JsonObject respond(String challenge, Optional<String> session, SignInRequest request) {
    return switch (challenge) {
      case SrpSignIn.CHALLENGE -> next(request, srpSignIn.respond(request));
      case CustomSignIn.CHALLENGE ->
          next(request, customSignIn.respond(request, required(session)));
      case ChoiceSignIn.SELECT -> first(request, choiceSignIn.choose(request, required(session)));
      case ChoiceSignIn.PASSWORD -> {
        choiceSignIn.open(request, challenge, required(session));
        yield next(request, passwordSignIn.signIn(request));
      }
      case NewPasswordChallenge.CHALLENGE ->
          afterPassword(
              request,
              newPasswordChallenge.respond(request, required(session)),
              "NewPasswordChallenge");
      case UserMfa.SOFTWARE_TOKEN, UserMfa.EMAIL ->
          tokens(
              request,
              mfaChallenges.respond(request, challenge, required(session)),
              AUTHENTICATION);
      case DeviceSignIn.CHALLENGE -> deviceSignIn.exchange(request, session);
      case DeviceSignIn.VERIFIER -> tokens(request, deviceSignIn.respond(request));
      case MfaChallenges.SELECT -> mfaChallenges.choose(request, required(session));
      case SoftwareTokenSetup.CHALLENGE ->
          tokens(request, mfaChallenges.completeSetup(request, required(session)), AUTHENTICATION);
      default ->
          throw CognitoErrors.invalidParameter(
              "The local emulator does not support the challenge " + challenge + ".");
    };
  }

  private JsonObject afterSignUp(SignInRequest request, String session) {
    PoolUser user =
        passwordSignIn.find(request, request.username()).orElseThrow(ChallengeSessions::invalid);
    passwordSignIn.requireActive(user);
    signUpSessions.signIn(request.app(), user, session);
    return tokens(request, user, AUTHENTICATION);
  }

  /** Signs in by the first factor that the user chose. */
  private JsonObject first(SignInRequest request, String factor) {
    return switch (factor) {
      case ChoiceSignIn.PASSWORD ->
          request.parameters().optional("PASSWORD").isPresent()
              ? next(request, passwordSignIn.signIn(request))
              : choiceSignIn.password(request);
      case ChoiceSignIn.PASSWORD_SRP -> srpSignIn.start(request);
      default -> {
        PoolUser user =
            passwordSignIn
                .find(request, request.username())
                .orElseThrow(CognitoErrors::incorrectUsernameOrPassword);
        passwordSignIn.requireActive(user);
        yield mfaChallenges.challenge(request.app(), user, factor);
      }
    };
  }

  private JsonObject next(SignInRequest request, ProvedPassword proved) {
    return proved.customPast().isEmpty()
        ? next(request, proved.user())
        : next(request, customSignIn.continueAfter(request, proved));
  }

  private JsonObject next(SignInRequest request, CustomSignIn.Step step) {
    return step.challenge()
        .orElseGet(() -> tokens(request, step.user().orElseThrow(), AUTHENTICATION));
  }

  private JsonObject next(SignInRequest request, PoolUser user) {
    return user.status() == UserStatus.FORCE_CHANGE_PASSWORD
        ? newPasswordChallenge.start(request.app(), user)
        : afterPassword(request, user, AUTHENTICATION);
  }

  private JsonObject afterPassword(SignInRequest request, PoolUser user, String source) {
    if (deviceSignIn.replacesMfa(request.app()) && deviceSignIn.find(request, user).isPresent()) {
      return tokens(request, user, source);
    }
    return mfaChallenges.start(request.app(), user).orElseGet(() -> tokens(request, user, source));
  }

  /** Returns tokens, for a remembered device after it has proved its password. */
  private JsonObject tokens(SignInRequest request, PoolUser user, String source) {
    AppClient app = request.app();
    Optional<Device> device = deviceSignIn.find(request, user);
    if (device.isPresent()) {
      return deviceSignIn.start(app, user, device.get());
    }
    boolean tracked = app.pool().settings().devices().isPresent();
    String newKey = tracked ? DeviceKeys.create(app.pool()) : null;
    authentication.post(app.pool(), user, request.caller(), tracked);
    TokenReason reason = new TokenReason(source, request.clientMetadata());
    JsonObject result = tokens.issue(app, user, reason, newKey);
    if (newKey != null) {
      result.add("NewDeviceMetadata", DeviceKeys.metadata(app.pool(), newKey));
    }
    return success(result);
  }

  private JsonObject tokens(SignInRequest request, ProvedDevice proved) {
    PoolUser user = proved.user();
    authentication.post(request.app().pool(), user, request.caller(), false);
    TokenReason reason = new TokenReason("AuthenticateDevice", request.clientMetadata());
    return success(tokens.issue(request.app(), user, reason, proved.deviceKey()));
  }

  private static JsonObject success(JsonObject result) {
    return Json.object("AuthenticationResult", result, "ChallengeParameters", new JsonObject());
  }

  private static String required(Optional<String> session) {
    return session.orElseThrow(
        () -> CognitoErrors.invalidParameter("Missing required parameter Session"));
  }
}
