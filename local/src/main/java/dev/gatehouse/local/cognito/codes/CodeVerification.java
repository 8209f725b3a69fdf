package dev.gatehouse.local.cognito.codes;

import dev.gatehouse.local.cognito.pools.ConfirmationCode;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import java.time.Instant;

/** The comparison of a code with the one that was sent. */
public final class CodeVerification {

  private CodeVerification() {}

  /**
   * Returns the matching code; throws ExpiredCodeException if none is valid, CodeMismatchException
   * if it is another.
   */
  public static ConfirmationCode check(
      PoolUser user, ConfirmationCode.Purpose purpose, String given, Instant now) {
    ConfirmationCode code =
        user.code(purpose)
            .filter(sent -> !sent.isExpired(now))
            .orElseThrow(CognitoErrors::expiredCode);
    if (!code.digits().equals(given)) {
      throw CognitoErrors.codeMismatch();
    }
    return code;
  }
}
