package dev.gatehouse.local.cognito.mfa;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserMfa;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import java.time.Clock;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The software tokens of users: their secrets, and the check of their codes. */
public record SoftwareTokens(Clock clock) {

  /** Gives a user a new secret, to be verified, and returns it. */
  public String associate(UserPool pool, PoolUser user) {
    if (!pool.settings().mfa().softwareToken()) {
      throw new AwsException(
          "SoftwareTokenMFANotFoundException",
          "Software Token MFA has not been enabled by the userPool.");
    }
    String secret = Totp.newSecret();
    pool.users().update(user.username(), now -> now.with(now.mfa().associate(secret)));
    return secret;
  }

  /** Verifies the new secret by a code; throws EnableSoftwareTokenMFAException for a wrong one. */
  public void verify(UserPool pool, PoolUser user, String code) {
    pool.users().update(user.username(), now -> now.with(verified(now.mfa(), code)));
  }

  /** Accepts a code at sign-in; throws CodeMismatchException for a wrong one. */
  public void accept(UserPool pool, PoolUser user, String code) {
    pool.users().update(user.username(), now -> now.with(accepted(now.mfa(), code)));
  }

  private UserMfa verified(UserMfa mfa, String code) {
    OptionalLong step = step(mfa.pendingSecret(), code);
    if (step.isEmpty()) {
      throw new AwsException("EnableSoftwareTokenMFAException", "Code mismatch");
    }
    return mfa.verify(step.getAsLong());
  }

  private UserMfa accepted(UserMfa mfa, String code) {
    OptionalLong step = step(mfa.secret(), code);
    if (step.isEmpty()) {
      throw new AwsException("CodeMismatchException", "Invalid code received for user");
    }
    if (step.getAsLong() <= mfa.lastStep()) {
      throw new AwsException(
          "ExpiredCodeException", "Your software token has already been used once.");
    }
    return mfa.accept(step.getAsLong());
  }

  private OptionalLong step(@Nullable String secret, String code) {
    if (secret == null) {
      throw CognitoErrors.notAuthorized("Invalid session for the user.");
    }
    return Totp.step(secret, code, clock.instant());
  }
}
