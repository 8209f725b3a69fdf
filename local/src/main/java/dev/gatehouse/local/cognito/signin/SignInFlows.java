package dev.gatehouse.local.cognito.signin;

import dev.gatehouse.local.cognito.limits.PasswordLockouts;
import dev.gatehouse.local.cognito.tokens.TokenIssuer;
import java.time.Clock;

/**
 * The authentication flows, shared by the API and the hosted pages so that a lockout applies to
 * both.
 */
public record SignInFlows(
    TokenIssuer tokens,
    PasswordSignIn passwordSignIn,
    RefreshTokenSignIn refreshTokenSignIn,
    NewPasswordChallenge newPasswordChallenge) {

  /** Creates the flows, with no user locked out yet. */
  public static SignInFlows create(Clock clock) {
    TokenIssuer tokens = new TokenIssuer(clock);
    NewPasswordChallenge challenge = new NewPasswordChallenge(tokens, clock);
    return new SignInFlows(
        tokens,
        new PasswordSignIn(tokens, challenge, new PasswordLockouts(clock), clock),
        new RefreshTokenSignIn(tokens, clock),
        challenge);
  }
}
