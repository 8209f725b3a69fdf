package dev.gatehouse.local.cognito.hosted.session;

import java.time.Instant;

/**
 * The state of a browser between pages.
 *
 * @param username the user's name once signed in, before that the name that was typed
 * @param destination the masked address of the last code, empty if none was sent
 * @param since when this stage was reached
 */
public record BrowserSession(
    String poolId, String username, Stage stage, String destination, Instant since) {

  /** The stages of sign-up and sign-in. */
  public enum Stage {
    /** The password is known; the e-mail address is not confirmed yet. */
    UNCONFIRMED,
    /** A code to reset the password was requested. */
    RESETTING_PASSWORD,
    /** The user is signed in. */
    SIGNED_IN
  }

  boolean matches(Stage otherStage, String otherPoolId) {
    return stage == otherStage && poolId.equals(otherPoolId);
  }
}
