package dev.gatehouse.integrationtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.project.MavenModule;
import dev.gatehouse.integrationtests.project.Repository;
import dev.gatehouse.integrationtests.project.SourceTree;
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

/** The documents, compared with the code and the plan. */
class DocsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(#[^)\\s]+)?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  private static String read(String file) throws IOException {
    return Files.readString(Repository.ROOT.resolve(file));
  }

  private static Set<String> all(String regex, String text) {
    return Pattern.compile(regex)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> documents() {
    return Repository.trackedFiles().stream()
        .filter(file -> file.toString().endsWith(".md"))
        .toList();
  }

  /** Returns the anchor of a heading in rendered Markdown. */
  private static String anchor(String heading) {
    return "#"
        + heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").strip().replace(' ', '-');
  }

  @Test
  void everyLinkHasATarget() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      for (MatchResult link : LINK.matcher(Files.readString(document)).results().toList()) {
        if (!link.group(1).startsWith("http") && !exists(document, link)) {
          broken.add(Repository.ROOT.relativize(document) + " -> " + link.group());
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
    List<MavenModule> triggers =
        MavenModule.all().stream().filter(module -> module.name().startsWith("triggers/")).toList();
    assertThat(triggers).extracting(MavenModule::name).contains("triggers/pre-sign-up");
    for (MavenModule trigger : triggers) {
      assertThat(handlers(trigger)).as(trigger.name()).allMatch(plans::contains).isNotEmpty();
      if (!extendsAnother(trigger, triggers)) {
        String name = trigger.folder().getFileName().toString();
        assertThat(plans).contains("-" + name + "\"");
        assertThat(trigger.folder().resolve("src/test/resources/events/" + name)).isDirectory();
        assertThat(HEADING.matcher(flows).results().map(heading -> anchor(heading.group(1))))
            .contains("#" + name);
      }
    }
  }

  private static Stream<String> handlers(MavenModule module) {
    return SourceTree.javaFiles(module)
        .filter(file -> file.toString().contains("/src/main/"))
        .map(file -> file.getFileName().toString().replace(".java", ""))
        .filter(name -> name.endsWith("Handler"));
  }

  /**
   * Returns whether a module is deployed under another's name: pre-sign-up with the mailbox lookup.
   */
  private static boolean extendsAnother(MavenModule trigger, List<MavenModule> triggers) {
    return triggers.stream().anyMatch(other -> trigger.name().startsWith(other.name() + "-"));
  }

  /** Returns the plan and its variants, since not every account has every function. */
  private static String plans() throws IOException {
    StringBuilder plans = new StringBuilder(Files.readString(Repository.plan()));
    try (Stream<Path> variants = Files.list(Repository.plan("lambda").getParent())) {
      for (Path variant : variants.toList()) {
        plans.append(Files.readString(variant));
      }
    }
    return plans.toString();
  }

  @Test
  void settingsTableAndProgramHaveTheSameKeys() throws IOException {
    Set<String> declared = all("(?m)^  gatehouse:([A-Za-z]+):", read("pulumi/Pulumi.example.yaml"));
    Set<String> described = all("(?m)^\\| `([A-Za-z]+)` \\|", read("docs/settings.md"));
    assertThat(declared).isNotEmpty();
    assertThat(described).isEqualTo(declared);
    assertThat(declared).containsAll(all("(?m)^\\| `([A-Za-z]+)` \\|", read("README.md")));
  }

  @Test
  void everyMakeTargetThatADocumentNamesExists() throws IOException {
    Set<String> targets = all("(?m)^([a-z-]+):", read("Makefile"));
    for (Path document : documents()) {
      assertThat(targets)
          .as(document.toString())
          .containsAll(all("`make ([a-z-]+)`", Files.readString(document)));
    }
  }

  /** The alarms that every function has are explained once. */
  @Test
  void everyAlarmOfThePlanIsExplained() throws IOException {
    String names =
        "\"name\": \"gatehouse-local-([a-z0-9-]+)\",\\s+(?:\"namespace\":"
            + " \"[^\"]+\",\\s+)?\"okActions\"";
    Set<String> alarms = all(names, Files.readString(Repository.plan()));
    assertThat(alarms).hasSizeGreaterThan(15).contains("deferred-users-dead-letters", "api-errors");
    Set<String> explained = all("`([a-z0-9-]+)`", read("pulumi/README.md"));
    assertThat(alarms)
        .filteredOn(alarm -> !alarm.matches(".+-(errors|throttles|duration)"))
        .allMatch(explained::contains);
  }

  @Test
  void everyTestThatContributingNamesExists() throws IOException {
    Set<String> names =
        SourceTree.paths().stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());
    assertThat(names)
        .containsAll(all("`([A-Z][A-Za-z]+(?:Test|IT|Contract))`", read("CONTRIBUTING.md")));
  }

  @Test
  void contributingNamesEveryTestThatMakeTestLeavesOut() throws IOException {
    String contributing = read("CONTRIBUTING.md");
    assertThat(tagged("extended")).hasSizeGreaterThan(30).allMatch(contributing::contains);
    assertThat(tagged("nightly")).hasSizeGreaterThan(5).allMatch(contributing::contains);
  }

  private static List<String> tagged(String tag) throws IOException {
    List<String> names = new ArrayList<>();
    for (Path file : SourceTree.paths()) {
      String name = file.getFileName().toString().replace(".java", "");
      if (name.matches(".+(IT|Test)")
          && Files.readString(file).contains("@Tag(\"%s\")".formatted(tag))) {
        names.add(name.endsWith("TimeBudgetIT") ? "TimeBudgetIT" : name);
      }
    }
    return names;
  }

  @Test
  void recipesNameOnlyFilesThatExistOrAreNew() throws IOException {
    String recipes = read("docs/recipes.md");
    assertThat(all("(?m)^## (.+)$", recipes))
        .containsExactlyInAnyOrder(
            "A language",
            "A route",
            "An e-mail rule",
            "A trigger",
            "An attribute of the user",
            "A format of pictures",
            "An AWS resource",
            "A Cognito operation in the local emulator");
    String existing =
        recipes.lines().filter(line -> !line.contains("(new ")).collect(Collectors.joining("\n"));
    assertThat(all("`([A-Za-z0-9._-]+/[A-Za-z0-9._/-]+)`", existing))
        .allMatch(file -> Files.exists(Repository.ROOT.resolve(file)));
  }
}
