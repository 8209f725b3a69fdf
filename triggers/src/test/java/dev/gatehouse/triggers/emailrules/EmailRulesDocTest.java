package dev.gatehouse.triggers.emailrules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Notices when docs/email-rules.md and the code say different things. */
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
            Collectors.toMap(row -> row.get(1).replace("`", ""), row -> row, (one, other) -> one));
  }

  private static List<String> row(Map<String, List<String>> rows, String name) {
    return Objects.requireNonNull(rows.get(name), name);
  }

  @Test
  void everySettingIsThereWithItsDefaultAndItsWords() throws IOException {
    Map<String, List<String>> rows = table("Settings");
    assertThat(rows.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(EmailSetting.values()).map(Enum::name).toList());
    for (EmailSetting setting : EmailSetting.values()) {
      List<String> row = row(rows, setting.name());
      assertThat(row.get(2).replace("`", "")).as(setting.name()).isEqualTo(setting.unset);
      if (!setting.words().isEmpty()) {
        assertThat(row.get(3).replace("`", ""))
            .as(setting.name())
            .isEqualTo(String.join(", ", setting.words()));
      }
    }
  }

  @Test
  void everyCodeIsThereWithItsSentence() throws IOException {
    Map<String, List<String>> rows = table("What a refusal says");
    assertThat(rows).hasSameSizeAs(RefusalCode.values());
    for (RefusalCode code : RefusalCode.values()) {
      assertThat(row(rows, code.name()).get(2)).isEqualTo(code.sentence());
    }
  }

  @Test
  void everyFaultIsARuleWithItsCode() throws IOException {
    Map<String, List<String>> rows = table("The rules, in their order");
    for (Fault fault : Fault.values()) {
      assertThat(row(rows, fault.rule).get(3)).isEqualTo("`" + fault.code + "`");
    }
  }
}
