package dev.gatehouse.integrationtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.integrationtests.project.Repository;
import dev.gatehouse.integrationtests.project.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The runbook's nine faults: each has its answers, and names what the stack and the tests have. */
class RunbookTest {
  private static final String INDEX = "Nine faults, and the journey of each";
  private static final Pattern ALARM = Pattern.compile("`([a-z0-9]+(?:-[a-z0-9]+)+)`");
  private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+(?:Test|IT))`");
  private static final Pattern COMMAND = Pattern.compile("`aws ([a-z0-9-]+) ([a-z0-9-]+)");

  /** The tag of the tests that a target of make runs beside others. */
  private static final Map<String, String> TAGS =
      Map.of("make test-all", "@Tag(\"extended\")", "make test-pulumi", "@Tag(\"pulumi\")");

  /**
   * A line of the index.
   *
   * @param heading the heading of the fault's section
   * @param tests the names of the tests with its journey
   */
  record NightFault(String heading, Set<String> tests, String runBy) {}

  private static String runbook() throws IOException {
    return Files.readString(Repository.ROOT.resolve("docs/runbook.md"));
  }

  private static String section(String heading) throws IOException {
    String start = "\n## " + heading + "\n";
    assertThat(runbook()).contains(start);
    return runbook().split(Pattern.quote(start), 2)[1].split("\n## ", 2)[0];
  }

  static List<NightFault> faults() throws IOException {
    return section(INDEX)
        .lines()
        .filter(line -> line.startsWith("| ["))
        .map(RunbookTest::fault)
        .toList();
  }

  private static NightFault fault(String line) {
    List<String> cells = Arrays.asList(line.split(" \\| ", -1));
    return new NightFault(heading(cells.getFirst()), all(TEST, cells.get(2)), cells.getLast());
  }

  private static String heading(String link) {
    String anchor = link.replaceAll(".*\\(#(.*)\\).*", "$1");
    try {
      return runbook()
          .lines()
          .filter(line -> line.startsWith("## "))
          .map(line -> line.substring(3))
          .filter(it -> it.toLowerCase(Locale.ROOT).replace(' ', '-').equals(anchor))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no section " + anchor));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Set<String> all(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the answers of a section by their question. */
  private static Map<String, String> answers(String heading) throws IOException {
    Map<String, String> answers = new HashMap<>();
    section(heading)
        .lines()
        .filter(line -> line.startsWith("| "))
        .map(line -> line.split("\\| ", 3))
        .filter(cells -> cells.length == 3 && !cells[1].isBlank())
        .forEach(cells -> answers.put(cells[1].strip(), cells[2].replaceAll("\\|$", "").strip()));
    return answers;
  }

  @Test
  void nineFaultsAreListed() throws IOException {
    assertThat(faults())
        .extracting(NightFault::heading)
        .containsExactly(
            "The users table is down for an hour",
            "Cognito throttles",
            "SES pauses sending",
            "The key of the codes is disabled",
            "An update whose snapshot fails",
            "The region is gone",
            "The pool is deleted",
            "Bots sign up",
            "The queue is full");
  }

  @ParameterizedTest
  @MethodSource("faults")
  void whatRingsWhatToDoAndWhatIsLostIsAnswered(NightFault fault) throws IOException {
    Map<String, String> answers = answers(fault.heading());
    assertThat(answers).containsKeys("rings", "do first", "then", "lost", "tested");
    assertThat(answers.values()).allMatch(answer -> !answer.isBlank());
    Set<String> rings = all(ALARM, answers.getOrDefault("rings", ""));
    if (answers.getOrDefault("rings", "").matches("(no alarm|nothing).*")) {
      assertThat(rings).isEmpty();
    } else {
      assertThat(alarms()).containsAll(rings);
      assertThat(rings).isNotEmpty();
    }
  }

  /** Returns the names of the alarms of every plan. */
  private static Set<String> alarms() throws IOException {
    Set<String> names = new TreeSet<>();
    for (Path plan :
        Stream.concat(
                Stream.of(Repository.plan()), Repository.variants().stream().map(Repository::plan))
            .toList()) {
      JsonObject read = JsonParser.parseString(Files.readString(plan)).getAsJsonObject();
      for (JsonElement each : read.getAsJsonArray("resources")) {
        JsonObject resource = each.getAsJsonObject();
        if (resource.get("type").getAsString().endsWith(":MetricAlarm")) {
          String name = resource.getAsJsonObject("inputs").get("name").getAsString();
          names.add(name.replace("gatehouse-local-", ""));
        }
      }
    }
    return names;
  }

  @ParameterizedTest
  @MethodSource("faults")
  void journeyIsATestThatTheTargetRuns(NightFault fault) throws IOException {
    String answer = answers(fault.heading()).getOrDefault("tested", "");
    if (fault.tests().isEmpty()) {
      assertThat(answer).startsWith("no:");
      return;
    }
    assertThat(all(TEST, answer)).containsAll(fault.tests());
    Set<String> targets = all(Pattern.compile("`(make [a-z-]+)`"), fault.runBy());
    assertThat(targets).isNotEmpty();
    StringBuilder sources = new StringBuilder();
    for (String test : fault.tests()) {
      sources.append(Files.readString(source(test)));
    }
    for (String target : targets) {
      assertThat(sources.toString()).as(target).contains(TAGS.getOrDefault(target, "@Test"));
    }
  }

  private static Path source(String test) {
    return SourceTree.paths().stream()
        .filter(file -> file.getFileName().toString().equals(test + ".java"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no test is called " + test));
  }

  /** An operation has an action of IAM, of which the tests have a list. */
  @Test
  void commandsAreOperationsOfAwsAndSettingsOfTheStack() throws IOException {
    String documents = runbook() + Files.readString(Repository.ROOT.resolve("docs/recovery.md"));
    String actions =
        Files.readString(Repository.ROOT.resolve("pulumi/src/test/resources/iam/actions.tsv"));
    assertThat(COMMAND.matcher(documents).results())
        .isNotEmpty()
        .allSatisfy(
            command ->
                assertThat(actions)
                    .contains("\t" + action(command.group(1), command.group(2)) + "\t"));
    Set<String> settings =
        all(
            Pattern.compile("(?m)^  gatehouse:([A-Za-z]+):"),
            Files.readString(Repository.ROOT.resolve("pulumi/Pulumi.example.yaml")));
    assertThat(settings)
        .containsAll(all(Pattern.compile("pulumi config (?:set|rm) ([A-Za-z]+)"), documents));
  }

  private static String action(String service, String operation) {
    String name =
        Arrays.stream(operation.split("-"))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    return service.replace("sesv2", "ses") + ":" + name;
  }
}
