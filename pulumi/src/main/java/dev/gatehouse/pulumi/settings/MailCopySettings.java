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

  private static final String NAME = "(?!.*[{}\\p{Cntrl}])\\S(.{0,38}\\S)?";

  static MailCopySettings of(SettingReader reader) {
    return new MailCopySettings(
        reader
            .of("productName", "Gatehouse")
            .matching(NAME, "1 to 40 characters on one line, without braces"),
        reader.of("defaultLocale", "en").matching("[a-z]{2,3}", "a language like en or es"),
        reader
            .of("brandColor", "'#1a56db'")
            .blankOr("#[0-9a-fA-F]{6}", "a color like #1a56db, of six digits"),
        reader
            .of("supportAddress", "help@example.com")
            .blankOr(SenderSettings.EMAIL_ADDRESS, "an email address"));
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
