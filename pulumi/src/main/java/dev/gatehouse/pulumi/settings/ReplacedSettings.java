package dev.gatehouse.pulumi.settings;

import java.util.Map;
import java.util.TreeMap;

/** Keys and words of earlier versions, which are refused with the new ones. */
final class ReplacedSettings {
  private static final Map<String, String> ALLOWLIST_BY_MODE =
      Map.of("open", "off", "log", "log", "allowlist", "reject");

  private static final Map<String, String> CONSTANTS =
      Map.of("emailSeparators", "+=#", "emailMaxLength", "128", "emailMxTimeoutMs", "800");

  private static final Map<String, Map<String, String>> WORDS =
      Map.of(
          "emailIdn", Map.of("alabel", "off", "ulabel", "off"),
          "emailRelay", Map.of("allow", "off"),
          "emailRole", Map.of("allow", "off"),
          "emailProviderRules", Map.of("on", "reject"),
          "emailSubaddress", Map.of("allow", "off", "block", "reject"),
          "emailMx", Map.of("check", "reject"));

  private ReplacedSettings() {}

  /** Returns whether a key is of an earlier version. */
  static boolean has(String key) {
    return key.equals("emailMode") || CONSTANTS.containsKey(key);
  }

  /**
   * Checks that no key and no word is of an earlier version.
   *
   * @throws SettingInvalid at the first that is
   */
  static void refuse(SettingReader reader) {
    Setting mode = reader.of("emailMode", "");
    if (mode.isSet()) {
      String strictness = ALLOWLIST_BY_MODE.getOrDefault(mode.value(), "off");
      throw new SettingInvalid(
          "%s is %s, but emailAllowlist replaces emailMode: pulumi config rm emailMode, then"
                  .formatted(mode.key(), mode.value())
              + " pulumi config set emailAllowlist "
              + strictness);
    }
    new TreeMap<>(CONSTANTS)
        .forEach((key, value) -> refuseConstant(reader.of(key, ""), key, value));
    new TreeMap<>(WORDS).forEach((key, words) -> refuseWord(reader.of(key, ""), key, words));
    Setting subaddress = reader.of("emailSubaddress", "");
    if (subaddress.value().equals("unique")) {
      throw new SettingInvalid(
          "%s is unique, but emailOneAccountPerMailbox replaces unique: pulumi config rm"
                  .formatted(subaddress.key())
              + " emailSubaddress, then pulumi config set emailOneAccountPerMailbox true");
    }
  }

  private static void refuseConstant(Setting setting, String key, String value) {
    if (setting.isSet()) {
      throw new SettingInvalid(
          "%s is %s, but it is no setting any more and always %s: pulumi config rm %s"
              .formatted(setting.key(), setting.value(), value, key));
    }
  }

  private static void refuseWord(Setting setting, String key, Map<String, String> words) {
    String word = words.get(setting.value());
    if (word != null) {
      throw new SettingInvalid(
          "%s is %s, but %s replaces %s: pulumi config set %s %s"
              .formatted(setting.key(), setting.value(), word, setting.value(), key, word));
    }
  }
}
