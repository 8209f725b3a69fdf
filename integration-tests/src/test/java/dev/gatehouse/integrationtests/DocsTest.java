package dev.gatehouse.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Notices when the documents and the code say different things. */
class DocsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(#[^)\\s]+)?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  private static String read(String file) throws IOException {
    return Files.readString(Machine.ROOT.resolve(file));
  }

  private static Set<String> all(String regex, String text) {
    return Pattern.compile(regex)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (String folder :
        List.of(".", "docs", "local", "pulumi", "triggers", "api", "users", "functions")) {
      try (Stream<Path> files = Files.list(Machine.ROOT.resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
      }
    }
    return documents;
  }

  /** The anchor that a heading gets where Markdown is shown. */
  private static String anchor(String heading) {
    return "#"
        + heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").strip().replace(' ', '-');
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      for (MatchResult link : LINK.matcher(Files.readString(document)).results().toList()) {
        if (!link.group(1).startsWith("http") && !exists(document, link)) {
          broken.add(Machine.ROOT.relativize(document) + " -> " + link.group());
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private static boolean exists(Path document, MatchResult link) throws IOException {
    Path target =
        link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1)).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    return link.group(2) == null
        || HEADING
            .matcher(Files.readString(target))
            .results()
            .anyMatch(heading -> anchor(heading.group(1)).equals(link.group(2)));
  }

  @Test
  void everyTriggerHasItsHeadingItsEventsAndItsLineInThePlan() throws IOException {
    String flows = read("docs/flows.md");
    String plans = plans();
    Set<String> handlers = new TreeSet<>();
    for (Path file : SourceTree.paths()) {
      if (file.toString().contains("/triggers/src/main/")
          && file.toString().endsWith("Handler.java")) {
        handlers.add(file.getFileName().toString().replace("Handler.java", ""));
      }
    }
    assertThat(handlers).contains("PreSignUp", "CustomMessage", "PostConfirmation");
    for (String trigger : handlers) {
      String kebab = trigger.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
      assertThat(HEADING.matcher(flows).results().map(heading -> anchor(heading.group(1))))
          .contains("#" + kebab);
      assertThat(Machine.ROOT.resolve("triggers/src/test/resources/events/" + kebab)).isDirectory();
      assertThat(plans).contains("-" + kebab + "\"", trigger + "Handler");
    }
  }

  /** The plan and its variants: not every function is in every account. */
  private static String plans() throws IOException {
    StringBuilder plans = new StringBuilder(read("pulumi/target/plan.json"));
    try (Stream<Path> variants = Files.list(Machine.ROOT.resolve("pulumi/target/plans"))) {
      for (Path variant : variants.toList()) {
        plans.append(Files.readString(variant));
      }
    }
    return plans.toString();
  }

  @Test
  void theSettingsTableAndTheProgramNameTheSameKeys() throws IOException {
    Set<String> declared = all("(?m)^  gatehouse:([A-Za-z]+):", read("pulumi/Pulumi.example.yaml"));
    Set<String> described = all("(?m)^\\| `([A-Za-z]+)` \\|", read("docs/settings.md"));
    assertThat(declared).isNotEmpty();
    assertThat(described).isEqualTo(declared);
    assertThat(declared).containsAll(all("(?m)^\\| `([A-Za-z]+)` \\|", read("README.md")));
  }

  @Test
  void everyMakeTargetThatADocumentNamesIsThere() throws IOException {
    Set<String> targets = all("(?m)^([a-z-]+):", read("Makefile"));
    for (Path document : documents()) {
      assertThat(targets)
          .as(document.toString())
          .containsAll(all("`make ([a-z-]+)`", Files.readString(document)));
    }
  }

  /** Those of the functions are explained once for all of them. */
  @Test
  void everyAlarmOfThePlanIsExplained() throws IOException {
    String names =
        "\"name\": \"gatehouse-local-([a-z0-9-]+)\",\\s+(?:\"namespace\":"
            + " \"[^\"]+\",\\s+)?\"okActions\"";
    Set<String> alarms = all(names, read("pulumi/target/plan.json"));
    assertThat(alarms).hasSizeGreaterThan(15).contains("dead-letters", "api-errors");
    Set<String> explained = all("`([a-z0-9-]+)`", read("pulumi/README.md"));
    assertThat(alarms)
        .filteredOn(alarm -> !alarm.matches(".+-(errors|throttles|duration)"))
        .allMatch(explained::contains);
  }

  @Test
  void everyTestThatContributingNamesIsThere() throws IOException {
    Set<String> names =
        SourceTree.paths().stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());
    assertThat(names)
        .containsAll(all("`([A-Z][A-Za-z]+(?:Test|IT|Contract))`", read("CONTRIBUTING.md")));
  }
}
