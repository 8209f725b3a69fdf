package dev.gatehouse.pulumi.settings;

import static dev.gatehouse.pulumi.settings.LocalStackConfig.LOCAL;
import static dev.gatehouse.pulumi.settings.LocalStackConfig.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.pulumi.plan.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

final class MalformedSettingsTest {
  private static final String TABLE = "malformed.txt";

  @ParameterizedTest
  @CsvFileSource(resources = TABLE, delimiter = '|', quoteCharacter = '`')
  void invalidValueIsRefusedInOneSentence(String key, String value, String expected) {
    String full = full(key);

    assertThatThrownBy(() -> config(LOCAL.with(full, value)))
        .isInstanceOf(SettingInvalid.class)
        .hasMessageStartingWith(full + " is " + value + ", but ")
        .hasMessageContaining(expected)
        .hasMessageMatching("(?s).*pulumi config (set|rm) .*")
        .hasMessageNotContaining("\n");
  }

  static Set<String> emailRules() {
    return EmailRuleSettings.RULES.keySet();
  }

  @ParameterizedTest
  @MethodSource("emailRules")
  void everyEmailRuleIsOffLogOrReject(String key) {
    assertThatThrownBy(() -> config(LOCAL.with(full(key), "perhaps")))
        .isInstanceOf(SettingInvalid.class)
        .hasMessageContaining("off or log or reject");
  }

  @Test
  void everyOtherKeyIsInTheTable() throws IOException {
    Set<String> listed;
    try (Stream<String> lines =
        Files.lines(
            Path.of("src/test/resources", getClass().getPackageName().replace('.', '/'), TABLE))) {
      listed =
          lines
              .filter(line -> !line.startsWith("#"))
              .map(line -> full(line.substring(0, line.indexOf('|')).strip()))
              .collect(Collectors.toCollection(TreeSet::new));
    }
    Set<String> keys = new TreeSet<>(StackSettings.read(Path.of("."), "example").values().keySet());
    keys.removeIf(
        key -> emailRules().stream().map(MalformedSettingsTest::full).anyMatch(key::equals));
    // Beside alarmEmail of the tests' stack, it is refused before it is looked at.
    keys.remove(full("alarmTopicArn"));
    assertThat(listed).containsExactlyElementsOf(keys);
  }

  static Stream<String> required() {
    return LOCAL.values().entrySet().stream()
        .filter(it -> !it.getValue().isBlank() && !it.getValue().matches("[\\[{].*"))
        .map(it -> it.getKey())
        .filter(key -> !MAY_BE_BLANK.contains(key))
        .sorted();
  }

  /** Settings of the tests' stack or Pulumi.yaml that may be blank. */
  private static final Set<String> MAY_BE_BLANK =
      Set.of("gatehouse:from", "gatehouse:reconcileSchedule");

  @ParameterizedTest
  @MethodSource("required")
  void missingSettingIsRefusedWithTheCommandThatSetsIt(String key) {
    assertThatThrownBy(() -> config(LOCAL.with(key, "")))
        .isInstanceOf(SettingInvalid.class)
        .hasMessageStartingWith(key + " is not set: pulumi config set ");
  }

  private static String full(String key) {
    return (key.equals("region") ? "aws:" : "gatehouse:") + key;
  }
}
