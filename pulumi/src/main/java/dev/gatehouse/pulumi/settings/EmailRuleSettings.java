package dev.gatehouse.pulumi.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The email rules, as environment variables of the functions that apply them.
 *
 * @param variables by name, without empty lists and files
 */
public record EmailRuleSettings(Map<String, String> variables) {
  private static final List<String> STRICTNESS = List.of("off", "log", "reject");

  /** The keys of the rules and their default strictness. */
  static final Map<String, String> RULES =
      Map.ofEntries(
          Map.entry("emailAllowlist", "off"),
          Map.entry("emailIdn", "off"),
          Map.entry("emailSpecialUse", "reject"),
          Map.entry("emailRelay", "off"),
          Map.entry("emailDisposable", "reject"),
          Map.entry("emailTypo", "off"),
          Map.entry("emailProviderRules", "off"),
          Map.entry("emailRole", "off"),
          Map.entry("emailSubaddress", "off"),
          Map.entry("emailMx", "off"));

  private static final List<String> SCOPES = List.of("emailAdmin", "emailExternal");

  private static final List<String> LISTS =
      List.of("emailAllow", "emailDeny", "emailDisposableExtra", "emailDisposableExcept");

  /** Lambda limits names and values to 4096 bytes in total; the rest is for other variables. */
  private static final int MAX_BYTES = 3000;

  static EmailRuleSettings of(SettingReader reader) {
    Map<String, Setting> settings = new TreeMap<>();
    Map<String, String> variables = new TreeMap<>();
    RULES.forEach(
        (key, strictness) ->
            variables.put(
                variable(key),
                reader.of(key, strictness).oneOf(STRICTNESS.toArray(String[]::new))));
    for (String key : SCOPES) {
      variables.put(variable(key), reader.of(key, "syntax").oneOf("off", "syntax", "full"));
    }
    for (String key : List.of("emailRequireExternal", "emailOneAccountPerMailbox")) {
      variables.put(variable(key), String.valueOf(reader.of(key, "true").flag()));
    }
    for (String key : LISTS) {
      Setting list = reader.list(key, "example.com");
      settings.put(variable(key), list);
      variables.put(variable(key), String.join(",", list.texts()));
      Setting file = reader.of(key + "File", "lists/%s.txt".formatted(key));
      settings.put(variable(key) + "_FILE", file);
      variables.put(variable(key) + "_FILE", file.value());
    }
    variables.values().removeIf(String::isEmpty);
    FunctionChecks.ofRules(variables, settings);
    return new EmailRuleSettings(withinLimit(variables));
  }

  /** Returns whether a mailbox may have one account only, however its address is written. */
  public boolean oneAccountPerMailbox() {
    return "true".equals(variables.get("EMAIL_ONE_ACCOUNT_PER_MAILBOX"));
  }

  private static Map<String, String> withinLimit(Map<String, String> variables) {
    int bytes =
        variables.entrySet().stream()
            .mapToInt(it -> it.getKey().length() + it.getValue().length())
            .sum();
    if (bytes > MAX_BYTES) {
      throw new SettingInvalid(
          String.format(
                  Locale.ROOT,
                  "The lists of the email rules take %d bytes, but must take %d at most, the limit"
                      + " of",
                  bytes,
                  MAX_BYTES)
              + " Lambda: put the longest into a file of the archive and set emailAllowFile,"
              + " emailDenyFile, emailDisposableExtraFile or emailDisposableExceptFile");
    }
    return Map.copyOf(variables);
  }

  private static String variable(String key) {
    return SecretSettings.variable(key);
  }
}
