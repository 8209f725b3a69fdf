package dev.gatehouse.pulumi.settings;

import com.pulumi.core.Output;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The settings that are secrets, and stay secrets in the state of the stack.
 *
 * @param keys without namespace
 * @param variables the functions' variables with their values
 */
public record SecretSettings(Set<String> keys, Set<String> variables) {
  /** The key of the settings that become variables under names of the user's choice. */
  private static final String ENVIRONMENT_VARIABLES = "environmentVariables";

  /** The keys of settings that become variables. */
  private static final List<String> VARIABLES =
      List.of(
          "emailAllow",
          "emailDeny",
          "emailDisposableExtra",
          "emailDisposableExcept",
          "supportAddress",
          "canaryPassword",
          "sourceAddressKey");

  /** The address that receives alarms, which is no variable. */
  private static final String ALARM_EMAIL = "alarmEmail";

  static SecretSettings of(SettingReader reader) {
    Set<String> keys = new HashSet<>();
    Set<String> variables = new HashSet<>();
    for (String key : VARIABLES) {
      if (reader.isSecret(key)) {
        keys.add(key);
        variables.add(variable(key));
      }
    }
    Setting environment = reader.object(ENVIRONMENT_VARIABLES, "NAME", "value");
    if (environment.secret()) {
      keys.add(ENVIRONMENT_VARIABLES);
      variables.addAll(environment.textByName().keySet());
    }
    if (reader.isSecret(ALARM_EMAIL)) {
      keys.add(ALARM_EMAIL);
    }
    return new SecretSettings(Set.copyOf(keys), Set.copyOf(variables));
  }

  /** Returns whether a setting may be a secret; all others are readable in resources of AWS. */
  static boolean areAllowedFor(String key) {
    return VARIABLES.contains(key) || key.equals(ENVIRONMENT_VARIABLES) || key.equals(ALARM_EMAIL);
  }

  /** Returns the value of a setting as an output, secret if the setting is. */
  public Output<String> output(String key, String value) {
    return keys.contains(key) ? Output.ofSecret(value) : Output.of(value);
  }

  /** Returns the value of a variable, secret if its setting is. */
  public Output<String> variable(String name, Output<String> value) {
    return variables.contains(name) ? value.asSecret() : value;
  }

  /** Returns EMAIL_DISPOSABLE_EXTRA for emailDisposableExtra. */
  static String variable(String key) {
    return key.replaceAll("(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }
}
