package dev.gatehouse.emailrules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.emailrules.syntax.SyntaxError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of docs/email-rules.md against the code. */
final class EmailRulesDocTest {
  private static final Path DOC = Path.of("..", "docs", "email-rules.md");

  /** Returns the rows of the table under a heading, by their first cell. */
  private static Map<String, List<String>> table(String heading) throws IOException {
    String section = Files.readString(DOC).split("\n## " + Pattern.quote(heading) + "\n", -1)[1];
    return section
        .split("\n## ", -1)[0]
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
        .collect(
            Collectors.toMap(
                row -> row.get(1).replace("`", ""),
                row -> row,
                (one, other) -> one,
                LinkedHashMap::new));
  }

  private static List<String> row(Map<String, List<String>> rows, String name) {
    return Objects.requireNonNull(rows.get(name), name);
  }

  private static String variable(EmailRuleSetting setting) {
    return "EMAIL_" + setting;
  }

  @Test
  void settingsAreDocumentedWithDefaultsAndWords() throws IOException {
    Map<String, List<String>> rows = table("Settings");
    assertThat(rows.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(EmailRuleSetting.values()).map(EmailRulesDocTest::variable).toList());
    for (EmailRuleSetting setting : EmailRuleSetting.values()) {
      List<String> row = row(rows, variable(setting));
      assertThat(row.get(2).replace("`", "")).as(setting.name()).isEqualTo(setting.defaultValue());
      if (!setting.words().isEmpty()) {
        assertThat(row.get(3).replace("`", ""))
            .as(setting.name())
            .isEqualTo(String.join(", ", setting.words()));
      }
    }
  }

  @Test
  void codesAreDocumentedWithTheirSentences() throws IOException {
    Map<String, List<String>> rows = table("What a refusal says");
    assertThat(rows).hasSameSizeAs(RefusalCode.values());
    for (RefusalCode code : RefusalCode.values()) {
      assertThat(row(rows, code.name()).get(2)).isEqualTo(code.sentence());
    }
  }

  @Test
  void rulesAreDocumentedInTheirOrderWithTheirCodes() throws IOException {
    Map<String, RefusalCode> rules = new LinkedHashMap<>();
    for (SyntaxError error : SyntaxError.values()) {
      rules.put(error.rule(), RefusalCode.of(error));
    }
    EmailRuleSettings settings = new EmailRuleSettings(Map.of());
    OptionalRules.beforeLists(settings).forEach(rule -> rules.put(rule.id(), rule.code()));
    rules.put("deny", RefusalCode.EMAIL_NOT_ALLOWED);
    OptionalRules.afterLists(settings, canonical -> false)
        .forEach(rule -> rules.put(rule.id(), rule.code()));
    Map<String, List<String>> rows = table("The rules, in their order");
    assertThat(rows.keySet().stream().filter(name -> !name.contains("_")))
        .containsExactlyElementsOf(rules.keySet());
    rules.forEach((id, code) -> assertThat(row(rows, id).get(3)).isEqualTo("`" + code + "`"));
  }
}
