package dev.gatehouse.local.cognito.signin;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.limits.PasswordLockouts;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserStatus;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.tokens.TokenIssuer;
import java.time.Clock;
import java.util.Optional;

/**
 * The authentication flows, shared by the API and the hosted pages so that a lockout applies to
 * both.
 */
public record SignInFlows(
    TokenIssuer tokens,
    PasswordSignIn passwordSignIn,
    SrpSignIn srpSignIn,
    RefreshTokenSignIn refreshTokenSignIn,
    NewPasswordChallenge newPasswordChallenge) {

  /** Creates the flows, with no user locked out yet. */
  public static SignInFlows create(Clock clock) {
    TokenIssuer tokens = new TokenIssuer(clock);
    ChallengeSessions sessions = new ChallengeSessions(clock);
    PasswordSignIn passwords = new PasswordSignIn(new PasswordLockouts(clock), clock);
    return new SignInFlows(
        tokens,
        passwords,
        new SrpSignIn(passwords, sessions),
        new RefreshTokenSignIn(tokens, clock),
        new NewPasswordChallenge(sessions, clock));
  }

  /** Returns the result of InitiateAuth: tokens or a challenge. */
  public JsonObject initiate(AuthFlow flow, SignInRequest request) {
    flow.requireEnabled(request.app());
    return switch (flow) {
      case USER_PASSWORD_AUTH, ADMIN_USER_PASSWORD_AUTH ->
          next(request, passwordSignIn.signIn(request));
      case USER_SRP_AUTH -> srpSignIn.start(request);
      case REFRESH_TOKEN_AUTH -> refreshTokenSignIn.signIn(request.app(), request.parameters());
      case CUSTOM_AUTH, USER_AUTH ->
          throw new AwsException(
              "UnsupportedOperationException",
              flow + " is not supported by the local emulator; USER_SRP_AUTH is.");
    };
  }

  /** Returns the result of RespondToAuthChallenge: tokens or the next challenge. */
  public JsonObject respond(String challenge, Optional<String> session, SignInRequest request) {
    return switch (challenge) {
      case SrpSignIn.CHALLENGE -> next(request, srpSignIn.respond(request));
      case NewPasswordChallenge.CHALLENGE ->
          next(request, newPasswordChallenge.respond(request, required(session)));
      default ->
          throw CognitoErrors.invalidParameter(
              "The local emulator does not support the challenge " + challenge + ".");
    };
  }

  private JsonObject next(SignInRequest request, PoolUser user) {
    return user.status() == UserStatus.FORCE_CHANGE_PASSWORD
        ? newPasswordChallenge.start(request.app(), user)
        : tokens(request, user);
  }

  private JsonObject tokens(SignInRequest request, PoolUser user) {
    return Json.object(
        "AuthenticationResult",
        tokens.issue(request.app(), user),
        "ChallengeParameters",
        new JsonObject());
  }

  private static String required(Optional<String> session) {
    return session.orElseThrow(
        () -> CognitoErrors.invalidParameter("Missing required parameter Session"));
  }
}
