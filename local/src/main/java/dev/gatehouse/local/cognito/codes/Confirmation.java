package dev.gatehouse.local.cognito.codes;

import dev.gatehouse.local.cognito.pools.Code;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.wire.CognitoError;
import java.time.Instant;

/** Compares the code that somebody gave with the one that was mailed. */
public final class Confirmation {

  private Confirmation() {}

  /**
   * Returns the code; throws ExpiredCodeException if there is none or an old one, then
   * CodeMismatchException.
   */
  public static Code check(PoolUser user, Code.Purpose purpose, String given, Instant now) {
    Code code =
        user.code(purpose)
            .filter(sent -> !sent.isExpired(now))
            .orElseThrow(CognitoError::expiredCode);
    if (!code.digits().equals(given)) {
      throw CognitoError.codeMismatch();
    }
    return code;
  }
}
