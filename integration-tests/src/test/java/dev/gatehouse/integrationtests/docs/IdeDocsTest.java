package dev.gatehouse.integrationtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.project.MavenModule;
import dev.gatehouse.integrationtests.project.Pom;
import dev.gatehouse.integrationtests.project.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The section of CONTRIBUTING.md about IDEs, compared with the POMs. */
class IdeDocsTest {
  private static final String COMPILER = "//plugin[artifactId='maven-compiler-plugin']//";
  private static final Pattern BLOCK = Pattern.compile("```\\n(-.*?)\\n```", Pattern.DOTALL);
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`.+`.*) \\| (.+) \\|$");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private static String section() throws IOException {
    String contributing = Files.readString(Repository.ROOT.resolve("CONTRIBUTING.md"));
    return contributing.split("\\n## IDEs\\n", 2)[1].split("\\n## ", 2)[0];
  }

  @Test
  void flagsAreThoseOfThePom() throws IOException {
    // Not those of profiles.
    Set<String> flags =
        new LinkedHashSet<>(Pom.root().texts("/project/build" + COMPILER + "compilerArgs/arg"));
    assertThat(Pom.root().texts(COMPILER + "parameters")).containsOnly("true");
    flags.add("-parameters");
    MatchResult block = BLOCK.matcher(section()).results().findFirst().orElseThrow();
    assertThat(block.group(1).lines()).containsExactlyElementsOf(flags);
  }

  @Test
  void javacIsOpenedToErrorProneWhereTheSectionSays() throws IOException {
    assertThat(section()).contains("`.mvn/jvm.config`");
    assertThat(Files.readString(Repository.ROOT.resolve(".mvn/jvm.config")))
        .contains("--add-exports jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED", "--add-opens");
  }

  @Test
  void annotationProcessorsAreThoseOfThePoms() throws IOException {
    Map<String, Set<String>> folders = new TreeMap<>();
    processors(Pom.root()).forEach(processor -> add(folders, processor, "all"));
    for (MavenModule module : MavenModule.all()) {
      String folder = module.name().replaceFirst("/.*", "");
      processors(Pom.of(module)).forEach(processor -> add(folders, processor, folder));
      processors(Pom.of(Repository.ROOT.resolve(folder + "/pom.xml")))
          .forEach(processor -> add(folders, processor, folder));
    }
    Map<String, Set<String>> named = new TreeMap<>();
    for (MatchResult row : ROW.matcher(section()).results().toList()) {
      for (String processor : code(row.group(1))) {
        code(row.group(2).equals("all") ? "`all`" : row.group(2))
            .forEach(folder -> add(named, processor, folder));
      }
    }
    assertThat(named).isEqualTo(folders);
  }

  /** The workflow has no list of tests of its own. */
  @Test
  void workflowRunsTargetsOfTheMakefile() throws IOException {
    String workflow = Files.readString(Repository.ROOT.resolve(".github/workflows/test.yml"));
    String targets = Files.readString(Repository.ROOT.resolve("Makefile"));
    List<String> run =
        Pattern.compile("run: make ([a-z-]+)")
            .matcher(workflow)
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(run)
        .contains("test", "check", "test-all")
        .allMatch(it -> targets.contains("\n" + it + ":"));
    assertThat(workflow).doesNotContain("mvnw");
  }

  private static List<String> processors(Pom pom) {
    return pom.texts(COMPILER + "annotationProcessorPaths/path/artifactId");
  }

  private static List<String> code(String text) {
    return CODE.matcher(text).results().map(match -> match.group(1)).toList();
  }

  private static void add(Map<String, Set<String>> all, String processor, String folder) {
    all.computeIfAbsent(processor, key -> new TreeSet<>()).add(folder);
  }
}
