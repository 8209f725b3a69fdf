package dev.gatehouse.local.cognito.mfa;

import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserMfa;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.settings.MfaConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The second factors that a user can sign in with.
 *
 * @param required whether the user pool requires one
 * @param available their names, as Cognito has them
 */
public record SecondFactors(boolean required, List<String> available, Optional<String> preferred) {

  /** Returns the factors of a user. */
  public static SecondFactors of(UserPool pool, PoolUser user) {
    MfaConfiguration settings = pool.settings().mfa();
    List<String> available = new ArrayList<>();
    if (settings.softwareToken()
        && user.mfa().secret() != null
        && isOn(settings, user, UserMfa.SOFTWARE_TOKEN)) {
      available.add(UserMfa.SOFTWARE_TOKEN);
    }
    if (settings.email().isPresent()
        && user.emailVerified()
        && isOn(settings, user, UserMfa.EMAIL)) {
      available.add(UserMfa.EMAIL);
    }
    return new SecondFactors(
        settings.required(),
        List.copyOf(available),
        Optional.ofNullable(user.mfa().preferred()).filter(available::contains));
  }

  /** Returns whether a password alone signs the user in. */
  public boolean isPasswordEnough() {
    return !required && available.isEmpty();
  }

  /** Returns the factor to ask for, or an empty Optional if the user has to choose. */
  public Optional<String> next() {
    return available.size() == 1 ? Optional.of(available.getFirst()) : preferred;
  }

  private static boolean isOn(MfaConfiguration settings, PoolUser user, String factor) {
    return settings.isActive() && (settings.required() || user.mfa().enabled().contains(factor));
  }
}
