package dev.gatehouse.pulumi.settings;

import static dev.gatehouse.pulumi.settings.LocalStackConfig.LOCAL;
import static dev.gatehouse.pulumi.settings.LocalStackConfig.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EmailRuleSettingsTest {
  private static final Path RULES =
      Path.of("../email-rules/src/main/java/dev/gatehouse/emailrules/EmailRuleSetting.java");

  @ParameterizedTest
  @CsvSource({
    "emailDisposableExtra,      [\"a.example\"], EMAIL_DISPOSABLE_EXTRA,       a.example",
    "emailDisposableExceptFile, list-of-a-user.txt, EMAIL_DISPOSABLE_EXCEPT_FILE,"
        + " list-of-a-user.txt",
    "emailRequireExternal,      false,          EMAIL_REQUIRE_EXTERNAL,       false",
    "emailAllowlist,            log,            EMAIL_ALLOWLIST,              log"
  })
  void variableIsTheKeyInUpperSnakeCase(String key, String value, String variable, String text) {
    assertThat(config(LOCAL.with("gatehouse:" + key, value)).emailRules().variables())
        .containsEntry(variable, text);
  }

  @Test
  void emptyListsAreNotSet() {
    assertThat(config(LOCAL).emailRules().variables().keySet())
        .doesNotContain("EMAIL_ALLOW", "EMAIL_ALLOW_FILE")
        .contains("EMAIL_ALLOWLIST", "EMAIL_MX");
  }

  @Test
  void listsBeyondTheLimitOfLambdaAreRefused() {
    String longList = new Gson().toJson(Collections.nCopies(300, "example.com"));

    assertThatThrownBy(() -> config(LOCAL.with("gatehouse:emailDeny", longList)))
        .isInstanceOf(SettingInvalid.class)
        .hasMessageContaining("but must take 3000 at most")
        .hasMessageContaining("emailDenyFile");
  }

  /** Reads the settings in the source of the rules and tries each word. */
  @Test
  void rulesHaveTheSameSettingsWordsAndDefaults() throws IOException {
    Map<String, String> defaults =
        config(LOCAL.with("gatehouse:emailSpecialUse", "reject")).emailRules().variables();
    String source = Files.readString(RULES);
    List<MatchResult> settings =
        all("(?m)^  ([A-Z_]+)\\(\"([^\"]*)\", Words\\.(\\w+)\\)[,;]", source);

    assertThat(settings).hasSameSizeAs(all("(?m)^  [A-Z_]+\\(", source));
    for (MatchResult setting : settings) {
      String variable = "EMAIL_" + setting.group(1);
      assertThat(defaults.getOrDefault(variable, "")).as(variable).isEqualTo(setting.group(2));
      for (String word : words(source, setting.group(3))) {
        assertThat(config(LOCAL.with(key(variable), word)).emailRules().variables())
            .containsEntry(variable, word);
      }
    }
    assertThat(settings)
        .extracting(it -> "EMAIL_" + it.group(1))
        .containsAll(new TreeMap<>(defaults).keySet());
  }

  private static List<String> words(String source, String constant) {
    String words = all("String %s = \"([^\"]*)\"".formatted(constant), source).get(0).group(1);
    return words.isEmpty() ? List.of() : List.of(words.split(" ", -1));
  }

  private static List<MatchResult> all(String pattern, String source) {
    return Pattern.compile(pattern).matcher(source).results().toList();
  }

  /** Returns gatehouse:emailSpecialUse for EMAIL_SPECIAL_USE. */
  private static String key(String variable) {
    StringBuilder key = new StringBuilder("gatehouse:");
    for (String part : variable.split("_", -1)) {
      boolean first = key.charAt(key.length() - 1) == ':';
      String small = part.toLowerCase(java.util.Locale.ROOT);
      key.append(first ? small.charAt(0) : part.charAt(0)).append(small.substring(1));
    }
    return key.toString();
  }
}
