package dev.gatehouse.pulumi.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Are the rules on addresses, as the functions that keep them read them.
 *
 * @param variables by name; an empty list and a file that is not named are not among them
 */
public record EmailRules(Map<String, String> variables) {
  /** Is what a key may be set to; the function knows the same words. */
  private static final Map<String, List<String>> WORDS =
      Map.ofEntries(
          Map.entry("emailMode", List.of("open", "log", "allowlist")),
          Map.entry("emailAdmin", List.of("off", "syntax", "full")),
          Map.entry("emailExternal", List.of("off", "syntax", "full")),
          Map.entry("emailRequireExternal", List.of("true", "false")),
          // The function knows ulabel too, but SES takes no domain in such letters.
          Map.entry("emailIdn", List.of("alabel", "reject")),
          Map.entry("emailSpecialUse", List.of("off", "log", "reject")),
          Map.entry("emailRelay", List.of("allow", "off", "log", "reject")),
          Map.entry("emailDisposable", List.of("off", "log", "reject")),
          Map.entry("emailTypo", List.of("off", "log", "reject")),
          Map.entry("emailProviderRules", List.of("off", "log", "on")),
          Map.entry("emailRole", List.of("allow", "off", "log", "reject")),
          Map.entry("emailSubaddress", List.of("allow", "off", "log", "block", "unique")),
          Map.entry("emailMx", List.of("off", "log", "check")));

  private static final List<String> LISTS =
      List.of("emailAllow", "emailDeny", "emailDisposableExtra", "emailDisposableExcept");

  /** Lambda takes 4096 octets of names and values in all; the rest is for the others. */
  private static final int MOST_OCTETS = 3000;

  static EmailRules of(Keys keys) {
    Map<String, String> variables = new TreeMap<>();
    WORDS.forEach((key, words) ->
        variables.put(
            variable(key), keys.of(key, words.get(0)).oneOf(words.toArray(String[]::new))));
    variables.put("EMAIL_MAX_LENGTH", text(keys.of("emailMaxLength", "128").number(6, 128, "")));
    variables.put(
        "EMAIL_MX_TIMEOUT_MS", text(keys.of("emailMxTimeoutMs", "800").number(1, 2000, "")));
    variables.put(
        "EMAIL_SEPARATORS",
        keys.of("emailSeparators", "'+=#'")
            .matching("[!#$%&'*+/=?^_`{|}~-]{1,8}", "1 to 8 signs that an address may have"));
    for (String list : LISTS) {
      variables.put(variable(list), entries(keys.list(list, "example.com")));
      variables.put(
          variable(list) + "_FILE",
          keys.of(list + "File", "lists/%s.txt".formatted(list))
              .blankOr("[A-Za-z0-9][A-Za-z0-9._/-]*", "the name of a file in the archive"));
    }
    variables.values().removeIf(String::isEmpty);
    return new EmailRules(fitting(variables));
  }

  /** Returns whether one mailbox may have one account only, however its address is written. */
  public boolean oneAccountPerMailbox() {
    return "unique".equals(variables.get("EMAIL_SUBADDRESS"));
  }

  private static String entries(Setting setting) {
    List<String> entries = setting.texts();
    if (entries.stream().anyMatch(entry -> !entry.matches("[^,\\s]+"))) {
      throw setting.refused("a list of addresses and domains, each without commas and spaces");
    }
    return String.join(",", entries);
  }

  private static Map<String, String> fitting(Map<String, String> variables) {
    int octets =
        variables.entrySet().stream()
            .mapToInt(it -> it.getKey().length() + it.getValue().length())
            .sum();
    if (octets > MOST_OCTETS) {
      throw new SettingInvalid(
          "The lists of the e-mail rules take %d octets, but must take %d at most, since Lambda"
                  .formatted(octets, MOST_OCTETS)
              + " takes no more: put the longest into a file of the archive and set emailAllowFile,"
              + " emailDenyFile, emailDisposableExtraFile or emailDisposableExceptFile");
    }
    return Map.copyOf(variables);
  }

  /** Returns EMAIL_DISPOSABLE_EXTRA for emailDisposableExtra. */
  private static String variable(String key) {
    return key.replaceAll("(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  private static String text(int number) {
    return String.valueOf(number);
  }
}
