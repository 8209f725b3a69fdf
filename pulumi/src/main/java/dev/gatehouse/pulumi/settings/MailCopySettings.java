package dev.gatehouse.pulumi.settings;

import dev.gatehouse.pulumi.address.MailAddresses;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings that appear in mails, as variables of the functions that render them.
 *
 * @param variables without blank values
 */
public record MailCopySettings(Map<String, String> variables) {
  private static final List<String> REQUIRED = List.of("PRODUCT_NAME", "DEFAULT_LOCALE");

  /** Creates the settings. */
  public MailCopySettings {
    variables = Collections.unmodifiableMap(new TreeMap<>(variables));
  }

  static MailCopySettings of(SettingReader reader) {
    Map<String, Setting> settings = new TreeMap<>();
    settings.put("PRODUCT_NAME", reader.of("productName", "Gatehouse"));
    settings.put("DEFAULT_LOCALE", reader.of("defaultLocale", "en"));
    settings.put("BRAND_COLOR", reader.of("brandColor", "'#1a56db'"));
    settings.put("SUPPORT_ADDRESS", reader.of("supportAddress", "help@example.com"));
    settings.put("PRODUCT_URL", reader.of("productUrl", "https://app.example.com"));
    settings.put("LOGO_URL", reader.of("logoUrl", "https://www.example.com/logo.png"));
    settings.put("COMPANY_ADDRESS", reader.of("companyAddress", "'Example Ltd, 1 Main Street'"));
    Map<String, String> variables = new TreeMap<>();
    settings.forEach(
        (variable, setting) ->
            variables.put(
                variable, REQUIRED.contains(variable) ? setting.required() : setting.value()));
    variables.computeIfPresent(
        "SUPPORT_ADDRESS", (variable, address) -> MailAddresses.withALabels(address));
    variables.values().removeIf(String::isEmpty);
    FunctionChecks.ofMails(variables, settings);
    if (codeInSubject(reader)) {
      variables.put("CODE_IN_SUBJECT", "true");
    }
    return new MailCopySettings(variables);
  }

  /** Cognito replaces no placeholder in a subject, so only a function can put the code there. */
  private static boolean codeInSubject(SettingReader reader) {
    Setting setting = reader.of("codeInSubject", "false");
    boolean byFunction = reader.of("emailSending", "cognito").value().equals("lambda");
    if (setting.flag() && !byFunction) {
      throw setting.invalid(
          "false, since Cognito puts no code into a subject; only emailSending lambda does");
    }
    return setting.flag();
  }
}
