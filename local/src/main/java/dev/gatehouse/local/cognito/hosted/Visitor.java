package dev.gatehouse.local.cognito.hosted;

import java.time.Instant;

/**
 * Is what a browser did so far.
 *
 * @param name who it is: the user's name once signed in, before that what was typed
 * @param destination where a code went, masked; empty if none did
 * @param since when this stage was reached
 */
record Visitor(String poolId, String name, Stage stage, String destination, Instant since) {

  /** Says how far somebody came. */
  enum Stage {
    /** Chose a password, or knew it, and has to confirm the address. */
    UNCONFIRMED,
    /** Asked for a code to set a new password. */
    RESETTING,
    SIGNED_IN
  }

  boolean is(Stage asked, String pool) {
    return stage == asked && poolId.equals(pool);
  }
}
