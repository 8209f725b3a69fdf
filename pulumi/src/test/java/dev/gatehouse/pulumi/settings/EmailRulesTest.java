package dev.gatehouse.pulumi.settings;

import static dev.gatehouse.pulumi.settings.Configured.LOCAL;
import static dev.gatehouse.pulumi.settings.Configured.config;
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

final class EmailRulesTest {
  private static final Path FUNCTION =
      Path.of("../triggers/src/main/java/dev/gatehouse/triggers/emailrules/EmailSetting.java");

  @ParameterizedTest
  @CsvSource({
    "emailDisposableExtra,      [\"a.example\"], EMAIL_DISPOSABLE_EXTRA,       a.example",
    "emailDisposableExceptFile, lists/none.txt, EMAIL_DISPOSABLE_EXCEPT_FILE, lists/none.txt",
    "emailMxTimeoutMs,          500,            EMAIL_MX_TIMEOUT_MS,          500",
    "emailRequireExternal,      false,          EMAIL_REQUIRE_EXTERNAL,       false",
    "emailMode,                 log,            EMAIL_MODE,                   log"
  })
  void keyIsTheVariableInAnotherCase(String key, String value, String variable, String text) {
    assertThat(config(LOCAL.with("gatehouse:" + key, value)).emailRules().variables())
        .containsEntry(variable, text);
  }

  @Test
  void whatIsEmptyIsNotSet() {
    assertThat(config(LOCAL).emailRules().variables().keySet())
        .doesNotContain("EMAIL_ALLOW", "EMAIL_ALLOW_FILE")
        .contains("EMAIL_MODE", "EMAIL_SEPARATORS");
  }

  @Test
  void listsThatLambdaHasNoRoomForAreSentToAFile() {
    String longList = new Gson().toJson(Collections.nCopies(300, "example.com"));

    assertThatThrownBy(() -> config(LOCAL.with("gatehouse:emailDeny", longList)))
        .isInstanceOf(SettingInvalid.class)
        .hasMessageContaining("but must take 3000 at most")
        .hasMessageContaining("emailDenyFile");
  }

  /** Reads the function's own list of its variables, and tries each of its words here. */
  @Test
  void functionTakesTheSameWordsAndHasTheSameDefaults() throws IOException {
    Map<String, String> defaults =
        config(LOCAL.with("gatehouse:emailSpecialUse", "reject")).emailRules().variables();
    List<MatchResult> settings =
        Pattern.compile("(EMAIL_[A-Z_]+)\\(\"([^\"]*)\"([^;)]*)\\)[,;]")
            .matcher(Files.readString(FUNCTION))
            .results()
            .toList();

    assertThat(settings).hasSize(24);
    for (MatchResult setting : settings) {
      assertThat(defaults.getOrDefault(setting.group(1), "")).isEqualTo(setting.group(2));
      for (String word : setting.group(3).split("[^a-z]+", -1)) {
        if (!word.isEmpty() && !word.equals("ulabel")) {
          assertThat(config(LOCAL.with(key(setting.group(1)), word)).emailRules().variables())
              .containsEntry(setting.group(1), word);
        }
      }
    }
    assertThat(settings)
        .extracting(it -> it.group(1))
        .containsAll(new TreeMap<>(defaults).keySet());
  }

  /** Returns gatehouse:emailMxTimeoutMs for EMAIL_MX_TIMEOUT_MS. */
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
