package dev.gatehouse.local.cognito.pools;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * The second factors of a user.
 *
 * @param pendingSecret the secret of a software token that is not verified yet, null for none
 * @param secret the secret of the verified software token, null for none
 * @param lastStep the time step of the last code that was accepted; each is accepted once
 * @param enabled the factors that the user turned on, as Cognito names them
 * @param preferred the preferred one of these, null for none
 */
public record UserMfa(
    @Nullable String pendingSecret,
    @Nullable String secret,
    long lastStep,
    List<String> enabled,
    @Nullable String preferred) {
  /** The factor of an authenticator app. */
  public static final String SOFTWARE_TOKEN = "SOFTWARE_TOKEN_MFA";

  /** The factor of codes by e-mail. */
  public static final String EMAIL = "EMAIL_OTP";

  /** No second factor. */
  public static final UserMfa NONE = new UserMfa(null, null, 0, List.of(), null);

  /** Creates the factors with a copy of the list. */
  public UserMfa {
    enabled = List.copyOf(enabled);
  }

  /** Returns the factors with a new secret to be verified. */
  public UserMfa associate(String newSecret) {
    return new UserMfa(newSecret, secret, lastStep, enabled, preferred);
  }

  /** Returns the factors with the pending secret verified by a code of this time step. */
  public UserMfa verify(long step) {
    return new UserMfa(null, pendingSecret, step, enabled, preferred);
  }

  /** Returns the factors after a code of this time step was accepted. */
  public UserMfa accept(long step) {
    return new UserMfa(pendingSecret, secret, step, enabled, preferred);
  }

  /** Returns the factors with one turned on or off, and preferred or not. */
  public UserMfa prefer(String factor, boolean on, boolean first) {
    SequencedSet<String> factors = new LinkedHashSet<>(enabled);
    if (on) {
      factors.add(factor);
    } else {
      factors.remove(factor);
    }
    @Nullable String others = factor.equals(preferred) ? null : preferred;
    return new UserMfa(
        pendingSecret, secret, lastStep, List.copyOf(factors), on && first ? factor : others);
  }
}
