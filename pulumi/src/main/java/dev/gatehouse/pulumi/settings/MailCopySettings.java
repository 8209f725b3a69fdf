package dev.gatehouse.pulumi.settings;

import java.util.Map;
import java.util.TreeMap;

/**
 * The settings that appear in mails.
 *
 * @param brandColor blank for the color of the templates
 * @param supportAddress blank for none
 */
public record MailCopySettings(
    String productName, String defaultLocale, String brandColor, String supportAddress) {

  static MailCopySettings of(SettingReader reader) {
    Setting productName = reader.of("productName", "Gatehouse");
    Setting defaultLocale = reader.of("defaultLocale", "en");
    Setting brandColor = reader.of("brandColor", "'#1a56db'");
    Setting supportAddress = reader.of("supportAddress", "help@example.com");
    MailCopySettings copy =
        new MailCopySettings(
            productName.required(),
            defaultLocale.required(),
            brandColor.value(),
            supportAddress.value());
    FunctionChecks.ofMails(
        copy.variables(),
        Map.of(
            "PRODUCT_NAME", productName,
            "DEFAULT_LOCALE", defaultLocale,
            "BRAND_COLOR", brandColor,
            "SUPPORT_ADDRESS", supportAddress));
    return copy;
  }

  /** Returns the variables of the functions that render mails, without blank values. */
  public Map<String, String> variables() {
    Map<String, String> variables = new TreeMap<>();
    variables.put("PRODUCT_NAME", productName);
    variables.put("DEFAULT_LOCALE", defaultLocale);
    variables.put("BRAND_COLOR", brandColor);
    variables.put("SUPPORT_ADDRESS", supportAddress);
    variables.values().removeIf(String::isEmpty);
    return variables;
  }
}
