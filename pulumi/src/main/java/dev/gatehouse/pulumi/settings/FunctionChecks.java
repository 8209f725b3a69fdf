package dev.gatehouse.pulumi.settings;

import dev.gatehouse.emailrules.EmailRules;
import dev.gatehouse.emailrules.InvalidRuleSetting;
import dev.gatehouse.messages.InvalidMessageSetting;
import dev.gatehouse.messages.MailRenderer;
import dev.gatehouse.messages.copy.InvalidMailCopy;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The checks with which functions start, made before anything is changed and with the functions'
 * own code. A function that refuses its variables does not start, and every sign-up fails.
 */
final class FunctionChecks {
  private static final String RULES = "EMAIL_";

  private static final Pattern WORD = Pattern.compile("_(.)");

  /** The keys of the settings that become variables, besides those of the email rules. */
  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("PRODUCT_NAME", "productName"),
          Map.entry("DEFAULT_LOCALE", "defaultLocale"),
          Map.entry("BRAND_COLOR", "brandColor"),
          Map.entry("SUPPORT_ADDRESS", "supportAddress"),
          Map.entry("PRODUCT_URL", "productUrl"),
          Map.entry("LOGO_URL", "logoUrl"),
          Map.entry("COMPANY_ADDRESS", "companyAddress"),
          Map.entry("CODE_IN_SUBJECT", "codeInSubject"),
          Map.entry("FROM_ADDRESS", "from"),
          Map.entry("REPLY_TO", "replyTo"),
          Map.entry("SES_IDENTITY_ARN", "emailAddressArn"),
          Map.entry("SES_CONFIGURATION_SET", "sesConfigurationSet"),
          Map.entry("CANARY_PASSWORD", "canaryPassword"),
          Map.entry("CORS_ORIGINS", "corsOrigins"),
          Map.entry("CHECK_TOKEN_ON_READS", "checkTokenOnReads"),
          Map.entry("SIGN_UP_CLIENT_IDS", "signUpClientIds"),
          Map.entry("SOURCE_ADDRESS_KEY", "sourceAddressKey"),
          Map.entry("REMOVE_UNCONFIRMED_AFTER", "removeUnconfirmedAfterDays"),
          Map.entry("RESET_PASSWORD_AFTER_SECOND_SIGN_UP", "resetPasswordAfterSecondSignUp"),
          Map.entry("RECONCILE_DIFFERENCES", "reconcileDifferences"),
          Map.entry("RECONCILE_GRACE_HOURS", "reconcileGraceHours"),
          Map.entry("RECONCILE_MAX_REMOVED_PERCENT", "reconcileMaxRemovedPercent"));

  private FunctionChecks() {}

  /**
   * Checks the variables of the email rules.
   *
   * @param settings the setting of each variable
   * @throws SettingInvalid if pre-sign-up would not start
   */
  static void ofRules(Map<String, String> variables, Map<String, Setting> settings) {
    Map<String, String> rules = new HashMap<>();
    variables.forEach((name, value) -> rules.put(name.substring(RULES.length()), value));
    try {
      EmailRules.of(rules);
    } catch (InvalidRuleSetting e) {
      throw refused(settings, RULES + e.setting(), e.reason());
    }
  }

  /**
   * Checks the variables of the mails: renders each once.
   *
   * @param settings the setting of each variable
   * @throws SettingInvalid if the function that renders mails would not start
   */
  static void ofMails(Map<String, String> variables, Map<String, Setting> settings) {
    try {
      MailRenderer.of(variables);
    } catch (InvalidMessageSetting e) {
      String message = String.valueOf(e.getMessage());
      throw refused(settings, e.setting(), message.substring(e.setting().length() + 1));
    } catch (InvalidMailCopy e) {
      throw new SettingInvalid(
          "The mails in messages/src/main/resources are malformed: " + e.getMessage());
    }
  }

  private static SettingInvalid refused(
      Map<String, Setting> settings, String variable, String reason) {
    Setting setting = settings.get(variable);
    return setting == null
        ? new SettingInvalid(variable + " " + reason)
        : setting.refused(reason, remedy(variable, setting));
  }

  /**
   * Returns the remedy: a command, or an edit of a file, which the program reads in the sources.
   */
  private static String remedy(String variable, Setting setting) {
    return variable.endsWith("_FILE")
        ? "correct it in email-rules/src/main/resources and build the archives, or pulumi config rm"
            + " "
            + setting.name()
        : setting.command();
  }

  /**
   * Checks that no variable of the user's own goes past a setting that is checked.
   *
   * @throws SettingInvalid at the first that does
   */
  static void ofOwnVariables(Setting environmentVariables, Map<String, String> variables) {
    for (String name : new TreeSet<>(variables.keySet())) {
      String key = name.startsWith(RULES) ? key(name) : KEYS.get(name);
      if (key != null) {
        throw new SettingInvalid(
            "%s contains %s, which has a setting of its own, %s: pulumi config rm --path %s.%s"
                .formatted(
                    environmentVariables.key(), name, key, environmentVariables.name(), name));
      }
    }
  }

  /** Returns emailDisposableExtra for EMAIL_DISPOSABLE_EXTRA. */
  private static String key(String variable) {
    return WORD.matcher(variable.toLowerCase(Locale.ROOT))
        .replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
  }
}
