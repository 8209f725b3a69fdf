package dev.gatehouse.pulumi.settings;

import java.util.Map;
import java.util.TreeMap;

/**
 * Is what the mails say beside their templates.
 *
 * @param brandColor blank for the templates' own
 * @param supportAddress blank for none
 */
public record Wording(
    String productName, String defaultLocale, String brandColor, String supportAddress) {

  private static final String NAME = "(?!.*[{}\\p{Cntrl}])\\S(.{0,38}\\S)?";

  static Wording of(Keys keys) {
    return new Wording(
        keys.of("productName", "Gatehouse")
            .matching(NAME, "1 to 40 characters on one line, without braces"),
        keys.of("defaultLocale", "en").matching("[a-z]{2,3}", "a language like en or es"),
        keys.of("brandColor", "'#1a56db'")
            .blankOr("#[0-9a-fA-F]{6}", "a colour like #1a56db, of six digits"),
        keys.of("supportAddress", "help@example.com").blankOr(Sender.BARE, "an address"));
  }

  /** Returns the variables of the functions that word mails; what is blank is not set. */
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
