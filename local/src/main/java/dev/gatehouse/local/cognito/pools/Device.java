package dev.gatehouse.local.cognito.pools;

import dev.gatehouse.local.cognito.srp.SrpVerifier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device that a user confirmed.
 *
 * @param name the name that the client gave it, null for none
 * @param verifier the SRP verifier of the device's password
 * @param remembered whether the device may sign in with its password
 * @param authenticated when a user last signed in with it
 */
public record Device(
    String key,
    @Nullable String name,
    SrpVerifier verifier,
    boolean remembered,
    Instant created,
    Instant modified,
    Instant authenticated) {

  /** Returns the device remembered or not. */
  public Device withRemembered(boolean other, Instant now) {
    return new Device(key, name, verifier, other, created, now, authenticated);
  }

  /** Returns the device after a sign-in with it. */
  public Device withSignIn(Instant now) {
    return new Device(key, name, verifier, remembered, created, modified, now);
  }
}
