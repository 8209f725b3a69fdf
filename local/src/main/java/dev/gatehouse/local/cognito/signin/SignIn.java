package dev.gatehouse.local.cognito.signin;

import dev.gatehouse.local.cognito.limits.Lockouts;
import dev.gatehouse.local.cognito.tokens.Tokens;
import java.time.Clock;

/**
 * Is every way to sign in, shared by the operations and the hosted pages: a lockout holds on both.
 */
public record SignIn(
    Tokens tokens,
    PasswordSignIn byPassword,
    RefreshSignIn byRefresh,
    NewPasswordChallenge newPassword) {

  /** Returns the ways to sign in, with nobody locked out yet. */
  public static SignIn with(Clock clock) {
    Tokens tokens = new Tokens(clock);
    NewPasswordChallenge challenge = new NewPasswordChallenge(tokens, clock);
    return new SignIn(
        tokens,
        new PasswordSignIn(tokens, challenge, new Lockouts(clock), clock),
        new RefreshSignIn(tokens, clock),
        challenge);
  }
}
